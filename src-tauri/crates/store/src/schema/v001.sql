-- Version 1. Frozen once released: later changes are new files.
-- Every table is STRICT; ids are UUIDv7 as BLOB; dates are TEXT yyyy-mm-dd; moments are TEXT RFC 3339 UTC.
-- The date 0001-01-01 in a valid_from means "as far back as is known".

-- ── safety ───────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE operation (
    seq           INTEGER PRIMARY KEY,
    id            BLOB NOT NULL UNIQUE,
    at            TEXT NOT NULL,
    actor         TEXT NOT NULL,
    pc            TEXT NOT NULL,
    kind          TEXT NOT NULL,
    description   TEXT NOT NULL,
    undoes        BLOB REFERENCES operation (id),
    previous_hash BLOB NOT NULL,
    hash          BLOB NOT NULL
) STRICT;

CREATE INDEX operation_undoes ON operation (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE journal (
    seq           INTEGER PRIMARY KEY,
    operation_seq INTEGER NOT NULL REFERENCES operation (seq),
    table_name    TEXT NOT NULL,
    action        TEXT NOT NULL CHECK (action IN ('i', 'u', 'd')),
    row_key       TEXT NOT NULL,
    before        TEXT,
    after         TEXT
) STRICT;

CREATE INDEX journal_operation ON journal (operation_seq);

-- ── office ───────────────────────────────────────────────────────────────────────────────────────────────────────

-- A file kept inside the data file, so that a backup holds it: logo, photo. Immutable.
CREATE TABLE asset (
    id         BLOB PRIMARY KEY,
    name       TEXT NOT NULL,
    media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
    sha256     BLOB NOT NULL UNIQUE,
    bytes      BLOB NOT NULL
) STRICT;

-- One row.
CREATE TABLE office_profile (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    government TEXT NOT NULL,
    office     TEXT NOT NULL,
    unit_code  TEXT NOT NULL,
    address    TEXT NOT NULL,
    phone      TEXT NOT NULL,
    email      TEXT NOT NULL,
    website    TEXT NOT NULL,
    postcode   TEXT NOT NULL,
    city       TEXT NOT NULL,
    operator   TEXT NOT NULL,
    logo_id    BLOB REFERENCES asset (id)
) STRICT;

CREATE TABLE signatory (
    id         BLOB PRIMARY KEY,
    name       TEXT NOT NULL,
    nip        TEXT NOT NULL,
    position   TEXT NOT NULL,
    rank       TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to   TEXT
) STRICT;

-- Dated versions of the rule tables that the office can change; the body is the JSON of the rule's type.
CREATE TABLE rule (
    id         BLOB PRIMARY KEY,
    kind       TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    body       TEXT NOT NULL,
    source     TEXT NOT NULL,
    UNIQUE (kind, valid_from)
) STRICT;

-- The office's key for certificate texts. Made once; never journalled, so that the journal cannot leak it.
CREATE TABLE signing_key (
    id         BLOB PRIMARY KEY,
    made_at    TEXT NOT NULL,
    public_key BLOB NOT NULL CHECK (length(public_key) = 32),
    secret_key BLOB NOT NULL CHECK (length(secret_key) = 32)
) STRICT;

-- ── people ───────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE unit (
    id        BLOB PRIMARY KEY,
    parent_id BLOB REFERENCES unit (id),
    name      TEXT NOT NULL CHECK (name <> '')
) STRICT;

CREATE UNIQUE INDEX unit_name ON unit (ifnull(parent_id, x''), name COLLATE NOCASE);
CREATE INDEX unit_parent ON unit (parent_id);

CREATE TABLE person (
    id          BLOB PRIMARY KEY,
    kind        TEXT NOT NULL CHECK (kind IN ('pns', 'cpns', 'pppk', 'non_asn')),
    name        TEXT NOT NULL CHECK (name <> ''),
    title_front TEXT NOT NULL,
    title_back  TEXT NOT NULL,
    sex         TEXT CHECK (sex IN ('l', 'p')),
    birth_place TEXT NOT NULL,
    birth_date  TEXT,
    nik         TEXT NOT NULL,
    phone       TEXT NOT NULL,
    email       TEXT NOT NULL,
    address     TEXT NOT NULL,
    note        TEXT NOT NULL,
    active      INTEGER NOT NULL CHECK (active IN (0, 1)),
    photo_id    BLOB REFERENCES asset (id)
) STRICT;

-- The histories. The row in force on a day is the one with the latest valid_from that is not after it.
CREATE TABLE person_nip (
    id         BLOB PRIMARY KEY,
    person_id  BLOB NOT NULL REFERENCES person (id),
    valid_from TEXT NOT NULL,
    nip        TEXT NOT NULL UNIQUE CHECK (length(nip) = 18)
) STRICT;

CREATE INDEX person_nip_person ON person_nip (person_id, valid_from);

CREATE TABLE person_rank (
    id         BLOB PRIMARY KEY,
    person_id  BLOB NOT NULL REFERENCES person (id),
    valid_from TEXT NOT NULL,
    rank       TEXT NOT NULL,
    UNIQUE (person_id, valid_from)
) STRICT;

CREATE TABLE person_post (
    id            BLOB PRIMARY KEY,
    person_id     BLOB NOT NULL REFERENCES person (id),
    valid_from    TEXT NOT NULL,
    position      TEXT NOT NULL,
    position_kind TEXT NOT NULL,
    eselon        TEXT NOT NULL,
    unit_id       BLOB REFERENCES unit (id),
    UNIQUE (person_id, valid_from)
) STRICT;

CREATE INDEX person_post_unit ON person_post (unit_id);

CREATE TABLE person_education (
    id        BLOB PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES person (id),
    level     TEXT NOT NULL,
    major     TEXT NOT NULL,
    school    TEXT NOT NULL,
    year      INTEGER,
    UNIQUE (person_id, level, major)
) STRICT;

-- Derived from the tables above for one day, for lists and search; rebuilt, never journalled.
CREATE TABLE person_now (
    person_id BLOB PRIMARY KEY,
    sort_name TEXT NOT NULL,
    nip       TEXT NOT NULL,
    rank      TEXT NOT NULL,
    rank_sort INTEGER NOT NULL,
    position  TEXT NOT NULL,
    unit_id   BLOB,
    unit_path TEXT NOT NULL,
    search    TEXT NOT NULL
) STRICT;

CREATE INDEX person_now_sort_name ON person_now (sort_name, person_id);
CREATE INDEX person_now_unit ON person_now (unit_id);

-- The day for which the derived tables hold.
CREATE TABLE day_now (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    today TEXT NOT NULL
) STRICT;

-- ── classes ──────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE programme (
    id     BLOB PRIMARY KEY,
    name   TEXT NOT NULL CHECK (name <> ''),
    form   TEXT NOT NULL,
    field  TEXT NOT NULL,
    note   TEXT NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX programme_name ON programme (name COLLATE NOCASE);

CREATE TABLE programme_subject (
    id           BLOB PRIMARY KEY,
    programme_id BLOB NOT NULL REFERENCES programme (id),
    ord          INTEGER NOT NULL,
    heading      TEXT NOT NULL,
    name         TEXT NOT NULL CHECK (name <> ''),
    jp           INTEGER NOT NULL CHECK (jp > 0)
) STRICT;

CREATE INDEX programme_subject_programme ON programme_subject (programme_id, ord);

CREATE TABLE class (
    id                 BLOB PRIMARY KEY,
    programme_id       BLOB NOT NULL REFERENCES programme (id),
    name               TEXT NOT NULL CHECK (name <> ''),
    organiser          TEXT NOT NULL,
    place              TEXT NOT NULL,
    starts             TEXT NOT NULL,
    ends               TEXT NOT NULL CHECK (ends >= starts),
    issue_place        TEXT NOT NULL,
    issue_date         TEXT,
    signatory_name     TEXT NOT NULL,
    signatory_nip      TEXT NOT NULL,
    signatory_position TEXT NOT NULL,
    signatory_rank     TEXT NOT NULL,
    pass_mark          INTEGER NOT NULL CHECK (pass_mark BETWEEN 0 AND 10000),
    minimum_attendance INTEGER NOT NULL CHECK (minimum_attendance BETWEEN 0 AND 100),
    closed_at          TEXT
) STRICT;

CREATE UNIQUE INDEX class_name ON class (programme_id, starts, name COLLATE NOCASE);

CREATE TABLE class_subject (
    id       BLOB PRIMARY KEY,
    class_id BLOB NOT NULL REFERENCES class (id),
    ord      INTEGER NOT NULL,
    heading  TEXT NOT NULL,
    name     TEXT NOT NULL CHECK (name <> ''),
    jp       INTEGER NOT NULL CHECK (jp > 0)
) STRICT;

CREATE INDEX class_subject_class ON class_subject (class_id, ord);

CREATE TABLE class_session (
    id       BLOB PRIMARY KEY,
    class_id BLOB NOT NULL REFERENCES class (id),
    ord      INTEGER NOT NULL,
    date     TEXT NOT NULL,
    starts   TEXT,
    ends     TEXT,
    jp       INTEGER NOT NULL CHECK (jp > 0),
    topic    TEXT NOT NULL
) STRICT;

CREATE INDEX class_session_class ON class_session (class_id, date, ord);

CREATE TABLE enrolment (
    id        BLOB PRIMARY KEY,
    class_id  BLOB NOT NULL REFERENCES class (id),
    person_id BLOB NOT NULL REFERENCES person (id),
    role      TEXT NOT NULL CHECK (role IN ('peserta', 'narasumber', 'moderator', 'panitia')),
    ord       INTEGER NOT NULL,
    withdrawn TEXT NOT NULL,
    UNIQUE (class_id, person_id, role)
) STRICT;

CREATE INDEX enrolment_person ON enrolment (person_id);

-- The key is what makes a second mark for one sitting impossible.
CREATE TABLE attendance (
    session_id   BLOB NOT NULL REFERENCES class_session (id),
    enrolment_id BLOB NOT NULL REFERENCES enrolment (id),
    mark         TEXT NOT NULL CHECK (mark IN ('H', 'T', 'I', 'S', 'DL', 'TK')),
    PRIMARY KEY (session_id, enrolment_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX attendance_enrolment ON attendance (enrolment_id);

-- ── evaluation ───────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE class_component (
    id       BLOB PRIMARY KEY,
    class_id BLOB NOT NULL REFERENCES class (id),
    ord      INTEGER NOT NULL,
    name     TEXT NOT NULL CHECK (name <> ''),
    grouping TEXT NOT NULL CHECK (grouping IN ('technical', 'attitude', 'ethics', 'project')),
    weight   INTEGER NOT NULL CHECK (weight BETWEEN 0 AND 100)
) STRICT;

CREATE INDEX class_component_class ON class_component (class_id, ord);

CREATE TABLE class_band (
    id          BLOB PRIMARY KEY,
    class_id    BLOB NOT NULL REFERENCES class (id),
    name        TEXT NOT NULL CHECK (name <> ''),
    upper_bound INTEGER NOT NULL CHECK (upper_bound BETWEEN 0 AND 10000),
    UNIQUE (class_id, upper_bound)
) STRICT;

CREATE TABLE score (
    component_id BLOB NOT NULL REFERENCES class_component (id),
    enrolment_id BLOB NOT NULL REFERENCES enrolment (id),
    value        INTEGER NOT NULL CHECK (value BETWEEN 0 AND 10000),
    PRIMARY KEY (component_id, enrolment_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX score_enrolment ON score (enrolment_id);

-- Frozen when the class is closed.
CREATE TABLE class_result (
    enrolment_id BLOB PRIMARY KEY REFERENCES enrolment (id),
    present_jp   INTEGER NOT NULL,
    total_jp     INTEGER NOT NULL,
    score        INTEGER CHECK (score BETWEEN 0 AND 10000),
    predicate    TEXT NOT NULL,
    place        INTEGER,
    passed       INTEGER NOT NULL CHECK (passed IN (0, 1)),
    reasons      TEXT NOT NULL
) STRICT;

-- ── certificates ─────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE certificate_counter (
    scope TEXT PRIMARY KEY,
    last  INTEGER NOT NULL CHECK (last >= 0)
) STRICT;

CREATE TABLE certificate (
    id             BLOB PRIMARY KEY,
    number         TEXT NOT NULL UNIQUE,
    enrolment_id   BLOB NOT NULL REFERENCES enrolment (id),
    class_id       BLOB NOT NULL REFERENCES class (id),
    person_id      BLOB NOT NULL REFERENCES person (id),
    issued_on      TEXT NOT NULL,
    content        TEXT NOT NULL,
    sha256         BLOB NOT NULL CHECK (length(sha256) = 32),
    code           TEXT NOT NULL UNIQUE,
    replaces_id    BLOB UNIQUE REFERENCES certificate (id),
    revoked_on     TEXT,
    revoked_reason TEXT NOT NULL
) STRICT;

-- One certificate in force for one place in a class: a second click cannot make a second one.
CREATE UNIQUE INDEX certificate_in_force ON certificate (enrolment_id) WHERE revoked_on IS NULL;
CREATE INDEX certificate_class ON certificate (class_id);
CREATE INDEX certificate_person ON certificate (person_id);
