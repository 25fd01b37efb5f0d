-- A rule may allow one extension, with a reason in writing (UU 14/2008 Pasal 22 ayat (8)).
alter table statutory_limit add column extension text;
alter table statutory_limit drop constraint statutory_limit_starts_check;
alter table statutory_limit add constraint statutory_limit_starts_check
    check (starts in ('RECEIVED', 'FORWARDED', 'REPORTED', 'ALLEGED', 'EXAMINED'));

insert into statutory_limit (code, valid_from, complaint_kinds, name, standard, starts, ends, pauses, basis, status, extension) values
    ('KIP-JAWAB', '2010-04-30', '{informasi}', 'Permintaan informasi dijawab', '10 hari kerja', 'RECEIVED', 'ANSWER', false,
     'UU 14/2008 Pasal 22 ayat (7) dan (8); Perki 1/2021', 'BELUM', '7 hari kerja'),
    ('KIP-KEBERATAN', '2010-04-30', '{keberatan}', 'Keberatan ditanggapi atasan PPID', '30 hari kerja', 'RECEIVED', 'ANSWER', false,
     'UU 14/2008 Pasal 36 ayat (2)', 'BELUM', null),
    ('UU25-PERIKSA', '2009-07-18', '{*}', 'Dijawab (berkadar pengawasan)', '60 hari kerja', 'EXAMINED', 'ANSWER', true,
     'UU 25/2009 Pasal 50; praktik SP4N-LAPOR! (PermenPANRB 62/2018, diganti PermenPANRB 5/2025)', 'BELUM', null);
