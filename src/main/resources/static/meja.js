// Shortcuts of the desk: j k move, x choose, Enter open, / search; of the front desk: Alt and what stands beside a choice. The page works without this file.
(() => {
  const form = document.querySelector("[data-meja]");
  const search = document.getElementById("cari");
  const typing = (e) => e.target.closest("input:not([type=checkbox]),textarea,select") || e.ctrlKey || e.metaKey || e.altKey;
  const rows = form ? [...form.querySelectorAll(".antre > li")] : [];
  const count = form && form.querySelector("[data-jumlah]");
  const none = count && count.textContent;
  let at = -1;

  const go = (to) => {
    if (!rows.length) return;
    if (at >= 0) rows[at].classList.remove("dituju");
    at = Math.max(0, Math.min(rows.length - 1, to));
    rows[at].classList.add("dituju");
    rows[at].querySelector(".hal a").focus();
  };

  const tell = () => {
    const chosen = form.querySelectorAll("input[name=pilih]:checked").length;
    count.textContent = chosen ? count.dataset.jumlah.replace("#", chosen) : none;
  };

  document.addEventListener("keydown", (e) => {
    if (typing(e)) return;
    if (e.key === "/" && search) search.focus();
    else if (e.key === "j") go(at + 1);
    else if (e.key === "k") go(at - 1);
    else if (e.key === "x" && at >= 0) {
      const box = rows[at].querySelector("input[name=pilih]");
      if (box) box.click();
    } else return;
    e.preventDefault();
  });

  // access keys with Alt alone, as every browser should have them, while somebody types as well
  document.addEventListener("keydown", (e) => {
    if (!e.altKey || e.ctrlKey || e.metaKey || e.shiftKey) return;
    const to = document.querySelector(`[accesskey="${CSS.escape(e.key.toLowerCase())}"]`);
    if (!to) return;
    e.preventDefault();
    to.click();
  });

  if (count) {
    form.addEventListener("change", tell);
    tell();
  }
  document.querySelectorAll("[data-kunci]").forEach((p) => { p.hidden = false; });
})();
