-- Version 3: how components are judged, remedials, tests, participants' judgement, follow-ups, improvement, the
-- public's judgement, complaints. Conventions as in version 1. What belongs to older tables stands in tables of its own,
-- so that operations from before this version can still be taken back.

-- ── evaluation: results ──────────────────────────────────────────────────────────────────────────────────────────

-- How the score of a component comes about; a component without a row here is scored directly.
CREATE TABLE component_method (
    component_id BLOB PRIMARY KEY REFERENCES class_component (id),
    method       TEXT NOT NULL CHECK (method IN ('assessors', 'items', 'deductions')),
    scale        INTEGER NOT NULL CHECK (scale BETWEEN 2 AND 100)
) STRICT;

-- An assessor, an item, or a kind of violation. The weight is a share among the parts; of a violation, the hundredths
-- of a point that each one costs.
CREATE TABLE component_part (
    id           BLOB PRIMARY KEY,
    component_id BLOB NOT NULL REFERENCES class_component (id),
    ord          INTEGER NOT NULL,
    name         TEXT NOT NULL CHECK (name <> ''),
    weight       INTEGER NOT NULL CHECK (weight BETWEEN 0 AND 10000)
) STRICT;

CREATE INDEX component_part_component ON component_part (component_id, ord);

-- In hundredths of the component's scale; of a violation, how often it was seen, in hundredths as well.
CREATE TABLE part_score (
    part_id      BLOB NOT NULL REFERENCES component_part (id),
    enrolment_id BLOB NOT NULL REFERENCES enrolment (id),
    value        INTEGER NOT NULL CHECK (value BETWEEN 0 AND 10000),
    PRIMARY KEY (part_id, enrolment_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX part_score_enrolment ON part_score (enrolment_id);

-- A class whose participants may repeat a component: who reached `lowest` may, and gets at most `ceiling`.
CREATE TABLE class_remedial (
    class_id BLOB PRIMARY KEY REFERENCES class (id),
    lowest   INTEGER NOT NULL CHECK (lowest BETWEEN 0 AND 10000),
    ceiling  INTEGER NOT NULL CHECK (ceiling BETWEEN 0 AND 10000)
) STRICT;

CREATE TABLE remedial_score (
    component_id BLOB NOT NULL REFERENCES class_component (id),
    enrolment_id BLOB NOT NULL REFERENCES enrolment (id),
    value        INTEGER NOT NULL CHECK (value BETWEEN 0 AND 10000),
    PRIMARY KEY (component_id, enrolment_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX remedial_score_enrolment ON remedial_score (enrolment_id);

-- Scores by group of components, frozen with the result.
CREATE TABLE class_result_group (
    enrolment_id BLOB NOT NULL REFERENCES enrolment (id),
    grouping     TEXT NOT NULL CHECK (grouping IN ('technical', 'attitude', 'ethics', 'project')),
    score        INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10000),
    PRIMARY KEY (enrolment_id, grouping)
) STRICT, WITHOUT ROWID;

-- A score changed after the results were frozen, with its reason; texts as printed, empty for none.
CREATE TABLE score_correction (
    id           BLOB PRIMARY KEY,
    enrolment_id BLOB NOT NULL REFERENCES enrolment (id),
    date         TEXT NOT NULL,
    what         TEXT NOT NULL CHECK (what <> ''),
    before       TEXT NOT NULL,
    after        TEXT NOT NULL,
    reason       TEXT NOT NULL CHECK (reason <> '')
) STRICT;

CREATE INDEX score_correction_enrolment ON score_correction (enrolment_id);

-- The test before or after a class. With a key (one letter for each question) the answers are entered and the scores
-- follow from them; without one the scores are typed.
CREATE TABLE class_test (
    id       BLOB PRIMARY KEY,
    class_id BLOB NOT NULL REFERENCES class (id),
    stage    TEXT NOT NULL CHECK (stage IN ('pre', 'post')),
    key      TEXT NOT NULL,
    UNIQUE (class_id, stage)
) STRICT;

-- Answers: one letter for each question, '-' for none; empty where only the score is known.
CREATE TABLE test_score (
    test_id      BLOB NOT NULL REFERENCES class_test (id),
    enrolment_id BLOB NOT NULL REFERENCES enrolment (id),
    answers      TEXT NOT NULL,
    value        INTEGER NOT NULL CHECK (value BETWEEN 0 AND 10000),
    PRIMARY KEY (test_id, enrolment_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX test_score_enrolment ON test_score (enrolment_id);

-- ── evaluation: participants' judgement ──────────────────────────────────────────────────────────────────────────

-- One collection of sheets: of a speaker and a subject, or of the class. `instruments` is the JSON of the instruments as
-- they were when it was opened, so that a later change of an instrument does not reach back.
CREATE TABLE feedback_round (
    id          BLOB PRIMARY KEY,
    class_id    BLOB NOT NULL REFERENCES class (id),
    instruments TEXT NOT NULL,
    speaker_id  BLOB REFERENCES enrolment (id),
    subject     TEXT NOT NULL,
    session_id  BLOB REFERENCES class_session (id),
    opened_on   TEXT NOT NULL
) STRICT;

CREATE INDEX feedback_round_class ON feedback_round (class_id);
CREATE INDEX feedback_round_speaker ON feedback_round (speaker_id) WHERE speaker_id IS NOT NULL;
CREATE INDEX feedback_round_session ON feedback_round (session_id) WHERE session_id IS NOT NULL;

-- The random codes printed on the sheets of a round. Nobody notes who was given which sheet: this is what lets each
-- sheet be counted once and leaves no way back to a person.
CREATE TABLE feedback_code (
    round_id BLOB NOT NULL REFERENCES feedback_round (id),
    code     TEXT NOT NULL CHECK (code <> ''),
    PRIMARY KEY (round_id, code)
) STRICT, WITHOUT ROWID;

-- A sheet as typed: JSON of item to mark and of item to comment. No person, no date, no order.
CREATE TABLE feedback_sheet (
    round_id BLOB NOT NULL,
    code     TEXT NOT NULL,
    marks    TEXT NOT NULL,
    comments TEXT NOT NULL,
    PRIMARY KEY (round_id, code),
    FOREIGN KEY (round_id, code) REFERENCES feedback_code (round_id, code)
) STRICT, WITHOUT ROWID;

-- ── evaluation: what changed ─────────────────────────────────────────────────────────────────────────────────────

-- A look back at a class on a day after it. Roles are words joined by commas: superior, colleague, self.
CREATE TABLE followup (
    id          BLOB PRIMARY KEY,
    class_id    BLOB NOT NULL REFERENCES class (id),
    name        TEXT NOT NULL CHECK (name <> ''),
    due         TEXT NOT NULL,
    roles       TEXT NOT NULL CHECK (roles <> ''),
    instruments TEXT NOT NULL,
    UNIQUE (class_id, name)
) STRICT;

CREATE INDEX followup_due ON followup (due);

-- What one side says of a participant's work since the class. Not anonymous, and the sheet says so.
CREATE TABLE followup_sheet (
    followup_id  BLOB NOT NULL REFERENCES followup (id),
    enrolment_id BLOB NOT NULL REFERENCES enrolment (id),
    role         TEXT NOT NULL CHECK (role IN ('superior', 'colleague', 'self')),
    answered_on  TEXT NOT NULL,
    marks        TEXT NOT NULL,
    comments     TEXT NOT NULL,
    PRIMARY KEY (followup_id, enrolment_id, role)
) STRICT, WITHOUT ROWID;

CREATE INDEX followup_sheet_enrolment ON followup_sheet (enrolment_id);

-- What a class cost, in whole rupiah.
CREATE TABLE class_cost (
    class_id BLOB PRIMARY KEY REFERENCES class (id),
    amount   INTEGER NOT NULL CHECK (amount >= 0),
    note     TEXT NOT NULL
) STRICT;

-- ── voice ────────────────────────────────────────────────────────────────────────────────────────────────────────

-- A service that a unit gives to the public.
CREATE TABLE service (
    id      BLOB PRIMARY KEY,
    unit_id BLOB NOT NULL REFERENCES unit (id),
    name    TEXT NOT NULL CHECK (name <> ''),
    active  INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX service_name ON service (unit_id, name COLLATE NOCASE);

-- A survey of public satisfaction: one unit, one period. Population: people served in it, if known.
CREATE TABLE skm_survey (
    id         BLOB PRIMARY KEY,
    unit_id    BLOB NOT NULL REFERENCES unit (id),
    name       TEXT NOT NULL CHECK (name <> ''),
    starts     TEXT NOT NULL,
    ends       TEXT NOT NULL CHECK (ends >= starts),
    population INTEGER CHECK (population > 0),
    UNIQUE (unit_id, name)
) STRICT;

CREATE INDEX skm_survey_starts ON skm_survey (starts);

-- A respondent's sheet, known by the number written on it. Elements are bound by name (U1 to U9), never by position.
CREATE TABLE skm_answer (
    survey_id  BLOB NOT NULL REFERENCES skm_survey (id),
    number     INTEGER NOT NULL CHECK (number > 0),
    service_id BLOB REFERENCES service (id),
    age        INTEGER CHECK (age BETWEEN 10 AND 120),
    sex        TEXT NOT NULL CHECK (sex IN ('', 'l', 'p')),
    education  TEXT NOT NULL,
    occupation TEXT NOT NULL,
    u1         INTEGER CHECK (u1 BETWEEN 1 AND 4),
    u2         INTEGER CHECK (u2 BETWEEN 1 AND 4),
    u3         INTEGER CHECK (u3 BETWEEN 1 AND 4),
    u4         INTEGER CHECK (u4 BETWEEN 1 AND 4),
    u5         INTEGER CHECK (u5 BETWEEN 1 AND 4),
    u6         INTEGER CHECK (u6 BETWEEN 1 AND 4),
    u7         INTEGER CHECK (u7 BETWEEN 1 AND 4),
    u8         INTEGER CHECK (u8 BETWEEN 1 AND 4),
    u9         INTEGER CHECK (u9 BETWEEN 1 AND 4),
    comment    TEXT NOT NULL,
    PRIMARY KEY (survey_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX skm_answer_service ON skm_answer (service_id) WHERE service_id IS NOT NULL;

-- Sums and counts of each survey that has answers: derived, made again whenever an answer changes.
CREATE TABLE skm_now (
    survey_id   BLOB PRIMARY KEY,
    respondents INTEGER NOT NULL,
    total1      INTEGER NOT NULL,
    n1          INTEGER NOT NULL,
    total2      INTEGER NOT NULL,
    n2          INTEGER NOT NULL,
    total3      INTEGER NOT NULL,
    n3          INTEGER NOT NULL,
    total4      INTEGER NOT NULL,
    n4          INTEGER NOT NULL,
    total5      INTEGER NOT NULL,
    n5          INTEGER NOT NULL,
    total6      INTEGER NOT NULL,
    n6          INTEGER NOT NULL,
    total7      INTEGER NOT NULL,
    n7          INTEGER NOT NULL,
    total8      INTEGER NOT NULL,
    n8          INTEGER NOT NULL,
    total9      INTEGER NOT NULL,
    n9          INTEGER NOT NULL
) STRICT;

CREATE TABLE complaint (
    id          BLOB PRIMARY KEY,
    ticket      TEXT NOT NULL UNIQUE CHECK (ticket <> ''),
    received_on TEXT NOT NULL,
    channel     TEXT NOT NULL,
    unit_id     BLOB REFERENCES unit (id),
    service_id  BLOB REFERENCES service (id),
    kind        TEXT NOT NULL CHECK (kind IN ('pengaduan', 'aspirasi', 'informasi')),
    handling    TEXT NOT NULL CHECK (handling IN ('information', 'plain', 'field')),
    category    TEXT NOT NULL,
    text        TEXT NOT NULL CHECK (text <> ''),
    reporter    TEXT NOT NULL,
    contact     TEXT NOT NULL,
    protected   INTEGER NOT NULL CHECK (protected IN (0, 1))
) STRICT;

CREATE INDEX complaint_received ON complaint (received_on);
CREATE INDEX complaint_unit ON complaint (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX complaint_service ON complaint (service_id) WHERE service_id IS NOT NULL;

-- The way of a complaint; its state is that of the last step.
CREATE TABLE complaint_step (
    id           BLOB PRIMARY KEY,
    complaint_id BLOB NOT NULL REFERENCES complaint (id),
    ord          INTEGER NOT NULL,
    date         TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('masuk', 'verifikasi', 'disposisi', 'tindak_lanjut', 'tanggapan',
                                                'selesai', 'ditolak')),
    note         TEXT NOT NULL,
    UNIQUE (complaint_id, ord)
) STRICT;

CREATE TABLE complaint_competency (
    complaint_id  BLOB NOT NULL REFERENCES complaint (id),
    competency_id BLOB NOT NULL REFERENCES competency (id),
    PRIMARY KEY (complaint_id, competency_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX complaint_competency_competency ON complaint_competency (competency_id);

-- What is to become better, who sees to it, by when: from participants' judgement of a class, or from a survey.
CREATE TABLE improvement (
    id        BLOB PRIMARY KEY,
    class_id  BLOB REFERENCES class (id),
    survey_id BLOB REFERENCES skm_survey (id),
    item      TEXT NOT NULL,
    finding   TEXT NOT NULL CHECK (finding <> ''),
    action    TEXT NOT NULL,
    owner     TEXT NOT NULL,
    due       TEXT,
    done_on   TEXT,
    result    TEXT NOT NULL,
    CHECK ((class_id IS NULL) <> (survey_id IS NULL))
) STRICT;

CREATE INDEX improvement_class ON improvement (class_id) WHERE class_id IS NOT NULL;
CREATE INDEX improvement_survey ON improvement (survey_id) WHERE survey_id IS NOT NULL;

-- ── needs ────────────────────────────────────────────────────────────────────────────────────────────────────────

-- The names of competencies. Eight managerial and one socio-cultural by PermenPANRB 38/2017; technical ones are the
-- office's own.
CREATE TABLE competency (
    id   BLOB PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('managerial', 'sociocultural', 'technical')),
    name TEXT NOT NULL CHECK (name <> '')
) STRICT;

CREATE UNIQUE INDEX competency_name ON competency (name COLLATE NOCASE);

INSERT INTO competency (id, kind, name) VALUES
    (x'019ce0a0000070008000000000000001', 'managerial', 'Integritas'),
    (x'019ce0a0000070008000000000000002', 'managerial', 'Kerja sama'),
    (x'019ce0a0000070008000000000000003', 'managerial', 'Komunikasi'),
    (x'019ce0a0000070008000000000000004', 'managerial', 'Orientasi pada hasil'),
    (x'019ce0a0000070008000000000000005', 'managerial', 'Pelayanan publik'),
    (x'019ce0a0000070008000000000000006', 'managerial', 'Pengembangan diri dan orang lain'),
    (x'019ce0a0000070008000000000000007', 'managerial', 'Mengelola perubahan'),
    (x'019ce0a0000070008000000000000008', 'managerial', 'Pengambilan keputusan'),
    (x'019ce0a0000070008000000000000009', 'sociocultural', 'Perekat bangsa');
