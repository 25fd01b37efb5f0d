-- Every step wrote an entry into it. The desk goes by queue, a changed calendar by its version; the one query by deadline alone, that of a
-- declared disturbance, is rare and finds open work over assignment_calendar.
drop index assignment_open_deadline;
