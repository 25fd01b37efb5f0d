-- What a step hands out to several parties stands in the hand-over book once for each of them, each with a receipt of its own (SK DPRD
-- Pasuruan, 1j). Null in the other books. Which entry is whose is said here and not in the column of the book, which can be corrected.
alter table book_entry add addressee text;
