/** The agency's books: agenda, letters sent, guests, expedition, notes of solutions; gapless numbers, corrections that strike through, year-end closings. Enters cases for the engine, letters and guests for officers. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"base", "sop", "agency", "message", "complaint", "handling", "paper"})
@org.jspecify.annotations.NullMarked
package id.tindak.register;
