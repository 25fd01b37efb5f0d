package id.tindak.complaint;

import static java.util.Arrays.asList;

import id.tindak.base.Chain;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ComplaintStore implements FileClaims {

    private static final String COLUMNS = """
            c.agency_id, c.id, c.public_number, c.kind, c.channel, c.title, c.category, c.district, c.village, c.landmark, c.privacy,
            c.concerns_officer, c.emergency, c.suspect, c.entered_by, c.received_at, c.code_rotation, c.returns, c.round,
            c.react_until, c.closed_at, c.outcome, c.joined_to, c.chain_count, c.chain_head
            """;

    private final JdbcClient db;

    ComplaintStore(JdbcClient db) {
        this.db = db;
    }

    /** Complaint, reporter, platform-wide number and search words in one statement. */
    void insert(Complaint c, String submissionKey, Reporter r, byte[] salt, String[] words, String[] personWords) {
        db.sql("""
                with filed as (
                    insert into complaint (agency_id, id, public_number, submission_key, kind, channel, title, category, district,
                        village, landmark, privacy, concerns_officer, emergency, suspect, entered_by, received_at)
                    values (:agency, :id, :number, :key, :kind, :channel, :title, :category, :district, :village, :landmark, :privacy,
                        :concerns, :emergency, :suspect, :enteredBy, :receivedAt)
                ), numbered as (
                    insert into public_number (public_number, agency_id, complaint_id) values (:number, :agency, :id)
                ), searchable as (
                    insert into complaint_search (agency_id, complaint_id, words, person_words)
                    values (:agency, :id, array_to_tsvector(:words), array_to_tsvector(:personWords))
                )
                insert into reporter (agency_id, complaint_id, kind, name, organisation, address, phone, email, nik_sealed, relation,
                    represents, lane, lane_address, salt)
                values (:agency, :id, :rKind, :rName, :rOrganisation, :rAddress, :rPhone, :rEmail, :rNik, :rRelation, :rRepresents, :rLane,
                    :rLaneAddress, :salt)
                """)
                .param("agency", c.agencyId())
                .param("id", c.id())
                .param("number", c.publicNumber())
                .param("key", submissionKey)
                .param("kind", c.kind())
                .param("channel", c.channel())
                .param("title", c.title())
                .param("category", c.category())
                .param("district", c.district())
                .param("village", c.village())
                .param("landmark", c.landmark())
                .param("privacy", c.privacy().name())
                .param("concerns", c.concernsOfficer())
                .param("emergency", c.emergency())
                .param("suspect", c.suspect())
                .param("enteredBy", c.enteredBy())
                .param("receivedAt", Timestamp.from(c.receivedAt()))
                .param("words", words)
                .param("personWords", personWords)
                .param("rKind", r.kind())
                .param("rName", r.name())
                .param("rOrganisation", r.organisation())
                .param("rAddress", r.address())
                .param("rPhone", r.phone())
                .param("rEmail", r.email())
                .param("rNik", r.nikSealed())
                .param("rRelation", r.relation())
                .param("rRepresents", r.represents())
                .param("rLane", r.contact() == null ? null : r.contact().lane())
                .param("rLaneAddress", r.contact() == null ? null : r.contact().address())
                .param("salt", salt)
                .update();
    }

    /** What is personal in the complaint itself; its attachments are no longer claimed. */
    void erase(int agencyId, long id, String title) {
        db.sql("""
                with named as (
                    update complaint set title = :title, landmark = null, village = null where agency_id = :agency and id = :id
                ), sought as (
                    update complaint_search set words = ''::tsvector, person_words = ''::tsvector
                    where agency_id = :agency and complaint_id = :id
                ), received as (
                    delete from complaint_reception where agency_id = :agency and complaint_id = :id
                ), corrected as (
                    update complaint_correction set old_value = '', new_value = ''
                    where agency_id = :agency and complaint_id = :id
                ), attached as (
                    delete from attachment where agency_id = :agency and complaint_id = :id
                )
                update reporter set name = null, organisation = null, address = null, phone = null, email = null, nik_sealed = null,
                    represents = null, email_confirmed_at = null, lane = null, lane_address = null, salt = ''::bytea
                where agency_id = :agency and complaint_id = :id
                """)
                .param("agency", agencyId)
                .param("id", id)
                .param("title", title)
                .update();
    }

    Optional<Complaint> bySubmission(int agencyId, String key) {
        return db.sql("select " + COLUMNS + " from complaint c where c.agency_id = ? and c.submission_key = ?")
                .params(asList(agencyId, key))
                .query(ComplaintStore::complaint)
                .optional();
    }

    private static final String REPORTER = """
            r.kind as r_kind, r.name as r_name, r.organisation, r.address, r.phone, r.email, r.nik_sealed, r.relation, r.represents,
            r.email_confirmed_at, r.lane, r.lane_address
            """;
    private static final String KNOWN = "select " + COLUMNS + ", " + REPORTER + """
            , (select array_agg(array[f.id::text, f.message_id::text, f.name, f.media_type, f.size::text, encode(f.sha256, 'hex')] order by f.id)
               from attachment f where f.agency_id = c.agency_id and f.complaint_id = c.id) as files
            from complaint c join reporter r on r.agency_id = c.agency_id and r.complaint_id = c.id
            """;

    Optional<Complaints.Known> knownByNumber(int agencyId, String number) {
        return db.sql(KNOWN + "where c.agency_id = ? and c.public_number = ?")
                .params(asList(agencyId, number))
                .query(ComplaintStore::known)
                .optional();
    }

    Complaints.Known known(int agencyId, long id) {
        return db.sql(KNOWN + "where c.agency_id = ? and c.id = ?")
                .params(asList(agencyId, id))
                .query(ComplaintStore::known)
                .single();
    }

    Optional<Complaint> byNumber(int agencyId, String number) {
        return db.sql("select " + COLUMNS + " from complaint c where c.agency_id = ? and c.public_number = ?")
                .params(asList(agencyId, number))
                .query(ComplaintStore::complaint)
                .optional();
    }

    Optional<Complaint> byId(int agencyId, long id) {
        return db.sql("select " + COLUMNS + " from complaint c where c.agency_id = ? and c.id = ?")
                .params(asList(agencyId, id))
                .query(ComplaintStore::complaint)
                .optional();
    }

    /** Locks the row until the transaction ends: whoever comes second waits milliseconds and sees what the first did. */
    Complaints.Known locked(int agencyId, long id) {
        return db.sql(KNOWN + "where c.agency_id = ? and c.id = ? for no key update of c")
                .params(asList(agencyId, id))
                .query(ComplaintStore::known)
                .single();
    }

    /** Locks the complaints that are joined to this one, in the order of their ids. */
    List<Complaints.Known> lockedJoined(int agencyId, long joinedTo) {
        return db.sql(KNOWN + "where c.agency_id = ? and c.joined_to = ? order by c.id for no key update of c")
                .params(asList(agencyId, joinedTo))
                .query(ComplaintStore::known)
                .list();
    }

    /** One link for each of many complaints, and what an answer to all of them changes, in one statement. */
    void appendEach(int agencyId, List<Complaint> complaints, List<Chain> links) {
        db.sql("""
                with each (id, seq, line, hash, react_until, closed_at, joined_to) as (
                    select * from unnest(:ids, :seqs, :lines, :hashes, :reactUntil, :closedAt, :joinedTo)
                ), linked as (
                    insert into complaint_event (agency_id, complaint_id, seq, line, hash)
                    select :agency, id, seq, line, hash from each
                ), unsealed as (
                    insert into unsealed_head (agency_id, complaint_id, chain_count) select :agency, id, seq from each
                    on conflict (agency_id, complaint_id) do update set chain_count = excluded.chain_count
                )
                update complaint c set chain_count = e.seq, chain_head = e.hash, react_until = e.react_until, closed_at = e.closed_at,
                    joined_to = e.joined_to
                from each e where c.agency_id = :agency and c.id = e.id
                """)
                .param("agency", agencyId)
                .param("ids", complaints.stream().map(Complaint::id).toArray(Long[]::new))
                .param("seqs", links.stream().map(Chain::seq).toArray(Integer[]::new))
                .param("lines", links.stream().map(Chain::line).toArray(String[]::new))
                .param("hashes", links.stream().map(Chain::hash).toArray(byte[][]::new))
                .param(
                        "reactUntil",
                        complaints.stream().map(c -> timestamp(c.reactUntil())).toArray(Timestamp[]::new))
                .param(
                        "closedAt",
                        complaints.stream().map(c -> timestamp(c.closedAt())).toArray(Timestamp[]::new))
                .param("joinedTo", complaints.stream().map(Complaint::joinedTo).toArray(Long[]::new))
                .update();
    }

    /** Writes the chain's new links and the complaint's changed columns in one statement. */
    void append(Complaint c, List<Chain> links) {
        Chain last = links.getLast();
        db.sql("""
                with linked as (
                    insert into complaint_event (agency_id, complaint_id, seq, line, hash)
                    select :agency, :id, * from unnest(:seqs, :lines, :hashes)
                ), unsealed as (
                    insert into unsealed_head (agency_id, complaint_id, chain_count) values (:agency, :id, :count)
                    on conflict (agency_id, complaint_id) do update set chain_count = excluded.chain_count
                )
                update complaint set chain_count = :count, chain_head = :head, returns = :returns, round = :round,
                    react_until = :reactUntil, closed_at = :closedAt, outcome = :outcome, privacy = :privacy, category = :category,
                    joined_to = :joinedTo, code_rotation = :rotation
                where agency_id = :agency and id = :id
                """)
                .param("agency", c.agencyId())
                .param("id", c.id())
                .param("seqs", links.stream().map(Chain::seq).toArray(Integer[]::new))
                .param("lines", links.stream().map(Chain::line).toArray(String[]::new))
                .param("hashes", links.stream().map(Chain::hash).toArray(byte[][]::new))
                .param("count", last.seq())
                .param("head", last.hash())
                .param("returns", c.returns())
                .param("round", c.round())
                .param("reactUntil", timestamp(c.reactUntil()))
                .param("closedAt", timestamp(c.closedAt()))
                .param("outcome", c.outcome())
                .param("privacy", c.privacy().name())
                .param("category", c.category())
                .param("joinedTo", c.joinedTo())
                .param("rotation", c.codeRotation())
                .update();
    }

    void completeReporter(int agencyId, long complaintId, Reporter r) {
        db.sql("""
                update reporter set name = ?, organisation = ?, address = ?, phone = ?, email = ?, email_confirmed_at = ?
                where agency_id = ? and complaint_id = ?
                """)
                .params(asList(
                        r.name(),
                        r.organisation(),
                        r.address(),
                        r.phone(),
                        r.email(),
                        timestamp(r.emailConfirmedAt()),
                        agencyId,
                        complaintId))
                .update();
    }

    /** Fills in what was noted at the reception; an empty value takes it away. */
    void note(int agencyId, long complaintId, Reception reception) {
        if (reception.values().isEmpty()) return;
        db.sql("""
                insert into complaint_reception (agency_id, complaint_id, field, value)
                select ?, ?, f.field, f.value from unnest(?, ?) as f (field, value)
                on conflict (agency_id, complaint_id, field) do update set value = excluded.value
                """)
                .params(
                        agencyId,
                        complaintId,
                        reception.values().keySet().stream()
                                .map(EnteredField::key)
                                .toArray(String[]::new),
                        reception.values().values().toArray(String[]::new))
                .update();
    }

    Reception reception(int agencyId, long complaintId) {
        Map<EnteredField, String> values = new EnumMap<>(EnteredField.class);
        db.sql("select field, value from complaint_reception where agency_id = ? and complaint_id = ? and value <> ''")
                .params(agencyId, complaintId)
                .query((rs, i) -> Map.entry(rs.getString("field"), rs.getString("value")))
                .list()
                .forEach(e -> EnteredField.of(e.getKey()).ifPresent(f -> values.put(f, e.getValue())));
        return new Reception(values);
    }

    List<String> byLetter(int agencyId, String letterNumber, String sender) {
        return db.sql("""
                select c.public_number from complaint_reception l
                join complaint c on c.agency_id = l.agency_id and c.id = l.complaint_id
                join reporter r on r.agency_id = l.agency_id and r.complaint_id = l.complaint_id
                where l.agency_id = :agency and l.field = 'nomor_surat' and lower(l.value) = lower(:number)
                    and (lower(r.name) = lower(:sender) or lower(r.organisation) = lower(:sender))
                order by c.id limit 5
                """)
                .param("agency", agencyId)
                .param("number", letterNumber)
                .param("sender", sender)
                .query((rs, i) -> rs.getString(1))
                .list();
    }

    void correction(int agencyId, long complaintId, Correction c) {
        db.sql("""
                insert into complaint_correction (agency_id, id, complaint_id, field, old_value, new_value, message_id, at, officer_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        agencyId,
                        c.id(),
                        complaintId,
                        c.field().key(),
                        c.from(),
                        c.to(),
                        c.messageId(),
                        Timestamp.from(c.at()),
                        c.officerId())
                .update();
    }

    List<Correction> corrections(int agencyId, long complaintId) {
        return db.sql("""
                select id, field, old_value, new_value, message_id, at, officer_id from complaint_correction
                where agency_id = ? and complaint_id = ? order by id
                """)
                .params(agencyId, complaintId)
                .query((rs, i) -> new Correction(
                        rs.getLong("id"),
                        EnteredField.of(rs.getString("field")).orElseThrow(),
                        rs.getString("old_value"),
                        rs.getString("new_value"),
                        rs.getLong("message_id"),
                        rs.getTimestamp("at").toInstant(),
                        rs.getLong("officer_id")))
                .list();
    }

    /** Subject, place and time of the complaint. */
    void column(int agencyId, long complaintId, EnteredField field, String value) {
        db.sql("""
                update complaint set
                    title = case when :field = 'judul' then :value else title end,
                    district = case when :field = 'kecamatan' then nullif(:value, '') else district end,
                    village = case when :field = 'desa' then nullif(:value, '') else village end,
                    landmark = case when :field = 'patokan' then nullif(:value, '') else landmark end,
                    received_at = case when :field = 'diterima' then :value::timestamptz else received_at end
                where agency_id = :agency and id = :id
                """)
                .param("field", field.key())
                .param("value", value)
                .param("agency", agencyId)
                .param("id", complaintId)
                .update();
    }

    boolean confirmEmail(int agencyId, long complaintId, String email, Instant at) {
        return db.sql("""
                update reporter set email_confirmed_at = ?
                where agency_id = ? and complaint_id = ? and email = ? and email_confirmed_at is null
                """)
                        .params(asList(Timestamp.from(at), agencyId, complaintId, email))
                        .update()
                > 0;
    }

    void searchWords(int agencyId, long complaintId, String[] words, String[] personWords) {
        db.sql("""
                update complaint_search set words = array_to_tsvector(?), person_words = array_to_tsvector(?)
                where agency_id = ? and complaint_id = ?
                """).params(asList(words, personWords, agencyId, complaintId)).update();
    }

    List<Chain> events(int agencyId, long complaintId) {
        return db.sql(
                        "select seq, line, hash from complaint_event where agency_id = ? and complaint_id = ? order by seq")
                .params(asList(agencyId, complaintId))
                .query((rs, i) -> new Chain(rs.getInt("seq"), rs.getString("line"), rs.getBytes("hash")))
                .list();
    }

    /** @param complaintIds the complaint of each file */
    void insert(int agencyId, List<Long> complaintIds, List<Attachment> files) {
        db.sql("""
                insert into attachment (agency_id, id, complaint_id, message_id, name, media_type, size, sha256)
                select ?, f.id, f.complaint_id, f.message_id, f.name, f.media_type, f.size, decode(f.sha256, 'hex')
                from unnest(?, ?, ?, ?, ?, ?, ?) as f (complaint_id, id, message_id, name, media_type, size, sha256)
                """)
                .params(asList(
                        agencyId,
                        complaintIds.toArray(Long[]::new),
                        files.stream().map(Attachment::id).toArray(Long[]::new),
                        files.stream().map(Attachment::messageId).toArray(Long[]::new),
                        files.stream().map(f -> f.file().name()).toArray(String[]::new),
                        files.stream().map(f -> f.file().mediaType()).toArray(String[]::new),
                        files.stream().map(f -> f.file().size()).toArray(Long[]::new),
                        files.stream().map(f -> f.file().sha256()).toArray(String[]::new)))
                .update();
    }

    List<Long> reactionOver(int agencyId, Instant now, long after, int limit) {
        return db.sql("""
                select id from complaint
                where agency_id = ? and react_until <= ? and closed_at is null and id > ? order by id limit ?
                """)
                .params(asList(agencyId, Timestamp.from(now), after, limit))
                .query((rs, i) -> rs.getLong(1))
                .list();
    }

    /** Which of these files are named by an attachment. */
    @Override
    public List<String> claimed(int agencyId, List<String> hashes) {
        return db.sql("""
                select distinct encode(sha256, 'hex') from attachment
                where agency_id = ? and sha256 = any (select decode(h, 'hex') from unnest(?) as h)
                """)
                .params(agencyId, hashes.toArray(String[]::new))
                .query((rs, i) -> rs.getString(1))
                .list();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp t = rs.getTimestamp(column);
        return t == null ? null : t.toInstant();
    }

    private static Complaint complaint(ResultSet rs, int i) throws SQLException {
        return new Complaint(
                rs.getInt("agency_id"),
                rs.getLong("id"),
                rs.getString("public_number"),
                rs.getString("kind"),
                rs.getString("channel"),
                rs.getString("title"),
                rs.getString("category"),
                rs.getString("district"),
                rs.getString("village"),
                rs.getString("landmark"),
                Privacy.valueOf(rs.getString("privacy")),
                rs.getBoolean("concerns_officer"),
                rs.getBoolean("emergency"),
                rs.getBoolean("suspect"),
                (Long) rs.getObject("entered_by"),
                rs.getTimestamp("received_at").toInstant(),
                rs.getInt("code_rotation"),
                rs.getInt("returns"),
                rs.getInt("round"),
                instant(rs, "react_until"),
                instant(rs, "closed_at"),
                rs.getString("outcome"),
                (Long) rs.getObject("joined_to"),
                rs.getInt("chain_count"),
                rs.getBytes("chain_head"));
    }

    private static Complaints.Known known(ResultSet rs, int i) throws SQLException {
        Reporter reporter = new Reporter(
                rs.getString("r_kind"),
                rs.getString("r_name"),
                rs.getString("organisation"),
                rs.getString("address"),
                rs.getString("phone"),
                rs.getString("email"),
                rs.getString("nik_sealed"),
                rs.getString("relation"),
                rs.getString("represents"),
                instant(rs, "email_confirmed_at"),
                contact(rs));
        List<Attachment> files = new ArrayList<>();
        Array array = rs.getArray("files");
        if (array != null) {
            for (String[] f : (String[][]) array.getArray()) {
                files.add(new Attachment(
                        Long.parseLong(f[0]),
                        Long.parseLong(f[1]),
                        new StoredFile(f[2], f[3], Long.parseLong(f[4]), f[5])));
            }
        }
        return new Complaints.Known(complaint(rs, i), reporter, files);
    }

    private static Reporter.@Nullable Contact contact(ResultSet rs) throws SQLException {
        String lane = rs.getString("lane");
        return lane == null ? null : new Reporter.Contact(lane, rs.getString("lane_address"));
    }
}
