-- How many numbers of a year were cancelled stands on every page of its book; few are.
create index book_entry_cancelled on book_entry (agency_id, book, year, number) where cancelled_at is not null;
