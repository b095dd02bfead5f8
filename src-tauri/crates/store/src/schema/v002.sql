-- Version 2: mentors, pairing, the log of pairs, project work, the JP ledger. Conventions as in version 1.

-- ── mentoring ────────────────────────────────────────────────────────────────────────────────────────────────────

-- A mentor is somebody of the register, or somebody from outside with a name of their own.
CREATE TABLE mentor (
    id            BLOB PRIMARY KEY,
    person_id     BLOB UNIQUE REFERENCES person (id),
    name          TEXT NOT NULL,
    nip           TEXT NOT NULL,
    rank          TEXT NOT NULL,
    position      TEXT NOT NULL,
    organisation  TEXT NOT NULL,
    place         TEXT NOT NULL,
    languages     TEXT NOT NULL,
    fewest        INTEGER NOT NULL CHECK (fewest >= 0),
    most          INTEGER NOT NULL CHECK (most BETWEEN fewest AND 99),
    penalty_until TEXT,
    active        INTEGER NOT NULL CHECK (active IN (0, 1)),
    note          TEXT NOT NULL,
    CHECK (person_id IS NOT NULL OR name <> '')
) STRICT;

CREATE TABLE mentor_field (
    id        BLOB PRIMARY KEY,
    mentor_id BLOB NOT NULL REFERENCES mentor (id),
    ord       INTEGER NOT NULL,
    field     TEXT NOT NULL CHECK (field <> ''),
    level     INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
    evidence  TEXT NOT NULL
) STRICT;

CREATE INDEX mentor_field_mentor ON mentor_field (mentor_id, ord);

-- When a mentor is available; none means always.
CREATE TABLE mentor_period (
    id        BLOB PRIMARY KEY,
    mentor_id BLOB NOT NULL REFERENCES mentor (id),
    starts    TEXT NOT NULL,
    ends      TEXT NOT NULL CHECK (ends >= starts)
) STRICT;

CREATE INDEX mentor_period_mentor ON mentor_period (mentor_id, starts);

-- What the pairing knows of a participant beyond the register.
CREATE TABLE mentee (
    enrolment_id BLOB PRIMARY KEY REFERENCES enrolment (id),
    superior_id  BLOB REFERENCES person (id),
    examiner_id  BLOB REFERENCES person (id),
    place        TEXT NOT NULL,
    languages    TEXT NOT NULL,
    note         TEXT NOT NULL
) STRICT;

CREATE INDEX mentee_superior ON mentee (superior_id) WHERE superior_id IS NOT NULL;
CREATE INDEX mentee_examiner ON mentee (examiner_id) WHERE examiner_id IS NOT NULL;

CREATE TABLE mentee_need (
    id           BLOB PRIMARY KEY,
    enrolment_id BLOB NOT NULL REFERENCES enrolment (id),
    ord          INTEGER NOT NULL,
    field        TEXT NOT NULL CHECK (field <> ''),
    required     INTEGER NOT NULL CHECK (required BETWEEN 1 AND 5),
    current      INTEGER NOT NULL CHECK (current BETWEEN 0 AND 5)
) STRICT;

CREATE INDEX mentee_need_enrolment ON mentee_need (enrolment_id, ord);

-- A wish of one side about the other: 1 is the dearest, 0 means "rather not".
CREATE TABLE mentoring_wish (
    enrolment_id BLOB NOT NULL REFERENCES enrolment (id),
    mentor_id    BLOB NOT NULL REFERENCES mentor (id),
    side         TEXT NOT NULL CHECK (side IN ('mentee', 'mentor')),
    ord          INTEGER NOT NULL CHECK (ord BETWEEN 0 AND 9),
    PRIMARY KEY (enrolment_id, mentor_id, side)
) STRICT, WITHOUT ROWID;

CREATE INDEX mentoring_wish_mentor ON mentoring_wish (mentor_id);

-- Rules, weights and aim of a class, as the JSON of their type.
CREATE TABLE mentoring_setup (
    class_id BLOB PRIMARY KEY REFERENCES class (id),
    settings TEXT NOT NULL
) STRICT;

-- A proposal. The newest one of a class is the one on the board; an approved one is history.
CREATE TABLE mentoring_run (
    id          BLOB PRIMARY KEY,
    class_id    BLOB NOT NULL REFERENCES class (id),
    number      INTEGER NOT NULL CHECK (number > 0),
    made_on     TEXT NOT NULL,
    approved_on TEXT,
    settings    TEXT NOT NULL,
    UNIQUE (class_id, number)
) STRICT;

-- Whom a proposal gives to each participant; no mentor means unpaired.
CREATE TABLE mentoring_place (
    run_id       BLOB NOT NULL REFERENCES mentoring_run (id),
    enrolment_id BLOB NOT NULL REFERENCES enrolment (id),
    mentor_id    BLOB REFERENCES mentor (id),
    locked       INTEGER NOT NULL CHECK (locked IN (0, 1)),
    PRIMARY KEY (run_id, enrolment_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX mentoring_place_enrolment ON mentoring_place (enrolment_id);
CREATE INDEX mentoring_place_mentor ON mentoring_place (mentor_id) WHERE mentor_id IS NOT NULL;

-- An approved pair, with the score and the reason of the day on which it was approved.
CREATE TABLE mentor_pair (
    id           BLOB PRIMARY KEY,
    class_id     BLOB NOT NULL REFERENCES class (id),
    enrolment_id BLOB NOT NULL REFERENCES enrolment (id),
    mentor_id    BLOB NOT NULL REFERENCES mentor (id),
    starts       TEXT NOT NULL,
    ends         TEXT CHECK (ends >= starts),
    ending       TEXT NOT NULL CHECK (ending IN ('', 'finished', 'stopped', 'moved', 'mentor_left', 'mentee_left')),
    ending_note  TEXT NOT NULL,
    score        INTEGER,
    reason       TEXT NOT NULL,
    CHECK ((ends IS NULL) = (ending = ''))
) STRICT;

-- One running pair for one place in a class.
CREATE UNIQUE INDEX mentor_pair_running ON mentor_pair (enrolment_id) WHERE ends IS NULL;
CREATE INDEX mentor_pair_enrolment ON mentor_pair (enrolment_id, starts);
CREATE INDEX mentor_pair_class ON mentor_pair (class_id);
CREATE INDEX mentor_pair_mentor ON mentor_pair (mentor_id, ends);

CREATE TABLE pair_meeting (
    id               BLOB PRIMARY KEY,
    pair_id          BLOB NOT NULL REFERENCES mentor_pair (id),
    date             TEXT NOT NULL,
    topic            TEXT NOT NULL CHECK (topic <> ''),
    notes            TEXT NOT NULL,
    next_step        TEXT NOT NULL,
    confirmed_mentor INTEGER NOT NULL CHECK (confirmed_mentor IN (0, 1)),
    confirmed_mentee INTEGER NOT NULL CHECK (confirmed_mentee IN (0, 1)),
    UNIQUE (pair_id, date, topic)
) STRICT;

-- What one side says of the other halfway and at the end; the score in hundredths.
CREATE TABLE pair_judgement (
    pair_id BLOB NOT NULL REFERENCES mentor_pair (id),
    stage   TEXT NOT NULL CHECK (stage IN ('mid', 'final')),
    side    TEXT NOT NULL CHECK (side IN ('mentee', 'mentor')),
    date    TEXT NOT NULL,
    score   INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10000),
    note    TEXT NOT NULL,
    PRIMARY KEY (pair_id, stage, side)
) STRICT, WITHOUT ROWID;

-- ── career ───────────────────────────────────────────────────────────────────────────────────────────────────────

-- The JP ledger: jam pelajaran credited to a person. An entry that a cap leaves nothing of stands with 0 and says why.
CREATE TABLE jp_entry (
    id         BLOB PRIMARY KEY,
    person_id  BLOB NOT NULL REFERENCES person (id),
    date       TEXT NOT NULL,
    form       TEXT NOT NULL,
    title      TEXT NOT NULL,
    jp         INTEGER NOT NULL CHECK (jp >= 0),
    note       TEXT NOT NULL,
    meeting_id BLOB UNIQUE REFERENCES pair_meeting (id)
) STRICT;

CREATE INDEX jp_entry_person ON jp_entry (person_id, date);

-- ── classes: project work ────────────────────────────────────────────────────────────────────────────────────────

-- Amounts of the indicator are in hundredths of its unit.
CREATE TABLE project (
    id        BLOB PRIMARY KEY,
    class_id  BLOB NOT NULL REFERENCES class (id),
    kind      TEXT NOT NULL CHECK (kind IN ('aksi_perubahan', 'aktualisasi', 'proyek_unit')),
    title     TEXT NOT NULL CHECK (title <> ''),
    problem   TEXT NOT NULL,
    service   TEXT NOT NULL,
    indicator TEXT NOT NULL,
    measure   TEXT NOT NULL,
    baseline  INTEGER,
    target    INTEGER,
    actual    INTEGER,
    mentor_id BLOB REFERENCES mentor (id),
    coach_id  BLOB REFERENCES person (id),
    starts    TEXT NOT NULL,
    ends      TEXT NOT NULL CHECK (ends >= starts),
    note      TEXT NOT NULL,
    UNIQUE (class_id, title)
) STRICT;

CREATE INDEX project_mentor ON project (mentor_id) WHERE mentor_id IS NOT NULL;
CREATE INDEX project_coach ON project (coach_id) WHERE coach_id IS NOT NULL;

CREATE TABLE project_member (
    project_id   BLOB NOT NULL REFERENCES project (id),
    enrolment_id BLOB NOT NULL REFERENCES enrolment (id),
    ord          INTEGER NOT NULL,
    leader       INTEGER NOT NULL CHECK (leader IN (0, 1)),
    PRIMARY KEY (project_id, enrolment_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX project_member_enrolment ON project_member (enrolment_id);

CREATE TABLE project_milestone (
    id         BLOB PRIMARY KEY,
    project_id BLOB NOT NULL REFERENCES project (id),
    ord        INTEGER NOT NULL,
    name       TEXT NOT NULL CHECK (name <> ''),
    starts     TEXT NOT NULL,
    due        TEXT NOT NULL CHECK (due >= starts),
    percent    INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
    done_on    TEXT,
    CHECK ((done_on IS NULL) = (percent < 100))
) STRICT;

CREATE INDEX project_milestone_project ON project_milestone (project_id, ord);
CREATE INDEX project_milestone_due ON project_milestone (due) WHERE done_on IS NULL;

-- A file beside the data file, kept under its checksum and never changed.
CREATE TABLE project_evidence (
    id           BLOB PRIMARY KEY,
    project_id   BLOB NOT NULL REFERENCES project (id),
    milestone_id BLOB REFERENCES project_milestone (id),
    name         TEXT NOT NULL CHECK (name <> ''),
    bytes        INTEGER NOT NULL CHECK (bytes >= 0),
    sha256       BLOB NOT NULL CHECK (length(sha256) = 32),
    added_on     TEXT NOT NULL
) STRICT;

CREATE INDEX project_evidence_project ON project_evidence (project_id);
CREATE INDEX project_evidence_milestone ON project_evidence (milestone_id) WHERE milestone_id IS NOT NULL;

CREATE TABLE project_risk (
    id         BLOB PRIMARY KEY,
    project_id BLOB NOT NULL REFERENCES project (id),
    ord        INTEGER NOT NULL,
    risk       TEXT NOT NULL CHECK (risk <> ''),
    likelihood INTEGER NOT NULL CHECK (likelihood BETWEEN 1 AND 3),
    impact     INTEGER NOT NULL CHECK (impact BETWEEN 1 AND 3),
    response   TEXT NOT NULL
) STRICT;

CREATE INDEX project_risk_project ON project_risk (project_id, ord);

-- The seminar of the design and of the result; its score goes to each member under the component.
CREATE TABLE project_seminar (
    project_id   BLOB NOT NULL REFERENCES project (id),
    stage        TEXT NOT NULL CHECK (stage IN ('design', 'result')),
    date         TEXT,
    examiner     TEXT NOT NULL,
    component_id BLOB REFERENCES class_component (id),
    score        INTEGER CHECK (score BETWEEN 0 AND 10000),
    note         TEXT NOT NULL,
    PRIMARY KEY (project_id, stage)
) STRICT, WITHOUT ROWID;

CREATE INDEX project_seminar_component ON project_seminar (component_id) WHERE component_id IS NOT NULL;
