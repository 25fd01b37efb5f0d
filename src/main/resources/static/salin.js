// Copies what stands in a field. Without it the text is marked and copied by hand.
(() => {
  document.querySelectorAll("[data-salin-dari]").forEach((button) => {
    const field = document.getElementById(button.dataset.salinDari);
    if (!field || !navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(field.value);
      button.textContent = button.dataset.tersalin;
    });
  });
})();
