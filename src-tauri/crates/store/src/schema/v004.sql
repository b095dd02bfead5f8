-- Version 4: what people need to learn, the plan under the budget, the schedule. Conventions as in version 1. What belongs
-- to older tables stands in tables of its own, so that operations from before this version can still be taken back.
-- Levels of competencies are hundredths of a level: 300 is level 3. Money is whole rupiah.

-- ── needs ────────────────────────────────────────────────────────────────────────────────────────────────────────

-- The level of a competency that a position, or everybody of a unit and below it (an affair), needs from a day on; 0:
-- no longer needed. What kinds of positions need is the rule table `standards`. Position: in its comparable form
-- (`words_key`), with the words as typed beside it; empty for every position of the unit.
CREATE TABLE requirement (
    id            BLOB PRIMARY KEY,
    competency_id BLOB NOT NULL REFERENCES competency (id),
    unit_id       BLOB REFERENCES unit (id),
    position      TEXT NOT NULL,
    position_key  TEXT NOT NULL,
    level         INTEGER NOT NULL CHECK (level IN (0, 100, 200, 300, 400, 500)),
    valid_from    TEXT NOT NULL,
    CHECK (unit_id IS NOT NULL OR position_key <> '')
) STRICT;

CREATE UNIQUE INDEX requirement_key
    ON requirement (competency_id, ifnull(unit_id, x''), position_key, valid_from);
CREATE INDEX requirement_unit ON requirement (unit_id) WHERE unit_id IS NOT NULL;

-- One collection of evidence: a survey, an interview, a focus group, ratings by superiors, results of a test or an
-- assessment centre, or the readiness of people to learn. Unit: whose people it asks; of a focus group, the unit that met.
-- Form: JSON of what the sheets of a survey ask (empty for the others). Participants: who took part or held it, as text.
CREATE TABLE inquiry (
    id           BLOB PRIMARY KEY,
    kind         TEXT NOT NULL CHECK (kind IN ('survey', 'interview', 'focus_group', 'superior', 'test', 'readiness')),
    name         TEXT NOT NULL CHECK (name <> ''),
    held_on      TEXT NOT NULL,
    unit_id      BLOB REFERENCES unit (id),
    weight       INTEGER NOT NULL CHECK (weight BETWEEN 0 AND 100),
    participants TEXT NOT NULL,
    note         TEXT NOT NULL,
    form         TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX inquiry_name ON inquiry (name COLLATE NOCASE);
CREATE INDEX inquiry_held ON inquiry (held_on);
CREATE INDEX inquiry_unit ON inquiry (unit_id) WHERE unit_id IS NOT NULL;

-- A sheet of a survey or of a readiness check as typed: JSON of item to mark and of item to comment.
CREATE TABLE inquiry_sheet (
    inquiry_id BLOB NOT NULL REFERENCES inquiry (id),
    person_id  BLOB NOT NULL REFERENCES person (id),
    marks      TEXT NOT NULL,
    comments   TEXT NOT NULL,
    PRIMARY KEY (inquiry_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX inquiry_sheet_person ON inquiry_sheet (person_id);

-- The level that an inquiry saw in a person. Those of a survey follow from its sheets and are written with them.
CREATE TABLE finding (
    inquiry_id    BLOB NOT NULL REFERENCES inquiry (id),
    person_id     BLOB NOT NULL REFERENCES person (id),
    competency_id BLOB NOT NULL REFERENCES competency (id),
    level         INTEGER NOT NULL CHECK (level BETWEEN 0 AND 500),
    note          TEXT NOT NULL,
    PRIMARY KEY (inquiry_id, person_id, competency_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX finding_person ON finding (person_id);
CREATE INDEX finding_competency ON finding (competency_id);

-- What a focus group (or an interview about a unit) found, in words, mapped to a competency: of everybody of the unit and
-- below it, or of those in one position there. Without a level it is a need in words only.
CREATE TABLE group_finding (
    id            BLOB PRIMARY KEY,
    inquiry_id    BLOB NOT NULL REFERENCES inquiry (id),
    ord           INTEGER NOT NULL,
    unit_id       BLOB REFERENCES unit (id),
    position      TEXT NOT NULL,
    position_key  TEXT NOT NULL,
    competency_id BLOB NOT NULL REFERENCES competency (id),
    level         INTEGER CHECK (level BETWEEN 0 AND 500),
    text          TEXT NOT NULL
) STRICT;

CREATE INDEX group_finding_inquiry ON group_finding (inquiry_id, ord);
CREATE INDEX group_finding_competency ON group_finding (competency_id);
CREATE INDEX group_finding_unit ON group_finding (unit_id) WHERE unit_id IS NOT NULL;

-- What was decided for a person whom a readiness check named: coaching, by whom, by when.
CREATE TABLE coaching (
    id         BLOB PRIMARY KEY,
    inquiry_id BLOB NOT NULL REFERENCES inquiry (id),
    person_id  BLOB NOT NULL REFERENCES person (id),
    dimension  TEXT NOT NULL CHECK (dimension <> ''),
    timing     TEXT NOT NULL CHECK (timing IN ('before', 'beside')),
    coach      TEXT NOT NULL,
    due        TEXT,
    done_on    TEXT,
    note       TEXT NOT NULL,
    UNIQUE (inquiry_id, person_id, dimension)
) STRICT;

CREATE INDEX coaching_person ON coaching (person_id);

-- A proposal (usulan) of a unit.
CREATE TABLE proposal (
    id            BLOB PRIMARY KEY,
    number        TEXT NOT NULL UNIQUE CHECK (number <> ''),
    received_on   TEXT NOT NULL,
    year          INTEGER NOT NULL,
    unit_id       BLOB NOT NULL REFERENCES unit (id),
    title         TEXT NOT NULL CHECK (title <> ''),
    programme_id  BLOB REFERENCES programme (id),
    competency_id BLOB REFERENCES competency (id),
    people        INTEGER NOT NULL CHECK (people BETWEEN 1 AND 20000),
    reason        TEXT NOT NULL,
    status        TEXT NOT NULL CHECK (status IN ('received', 'verified', 'accepted', 'rejected')),
    decided_on    TEXT,
    decision      TEXT NOT NULL
) STRICT;

CREATE INDEX proposal_unit ON proposal (unit_id);
CREATE INDEX proposal_programme ON proposal (programme_id) WHERE programme_id IS NOT NULL;
CREATE INDEX proposal_competency ON proposal (competency_id) WHERE competency_id IS NOT NULL;

-- The people that a proposal names, if any.
CREATE TABLE proposal_person (
    proposal_id BLOB NOT NULL REFERENCES proposal (id),
    person_id   BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (proposal_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX proposal_person_person ON proposal_person (person_id);

-- ── planning: the catalogue ──────────────────────────────────────────────────────────────────────────────────────

-- What the catalogue says of a programme beyond its name, form and subjects.
CREATE TABLE programme_detail (
    programme_id   BLOB PRIMARY KEY REFERENCES programme (id),
    method         TEXT NOT NULL,
    scope          TEXT NOT NULL CHECK (scope IN ('national', 'international')),
    goal           TEXT NOT NULL,
    smallest_class INTEGER NOT NULL CHECK (smallest_class >= 1),
    largest_class  INTEGER NOT NULL CHECK (largest_class >= smallest_class),
    days           INTEGER NOT NULL CHECK (days BETWEEN 1 AND 366)
) STRICT;

-- A competency that a programme raises: by so much, and up to this level at the most.
CREATE TABLE programme_competency (
    programme_id  BLOB NOT NULL REFERENCES programme (id),
    competency_id BLOB NOT NULL REFERENCES competency (id),
    gain          INTEGER NOT NULL CHECK (gain BETWEEN 1 AND 400),
    up_to         INTEGER NOT NULL CHECK (up_to BETWEEN 100 AND 500),
    PRIMARY KEY (programme_id, competency_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX programme_competency_competency ON programme_competency (competency_id);

-- Who takes part in a programme has passed another one before.
CREATE TABLE programme_prerequisite (
    programme_id BLOB NOT NULL REFERENCES programme (id),
    requires_id  BLOB NOT NULL REFERENCES programme (id),
    PRIMARY KEY (programme_id, requires_id),
    CHECK (programme_id <> requires_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX programme_prerequisite_requires ON programme_prerequisite (requires_id);

-- A university, professional body or other institution that the office works with.
CREATE TABLE partner (
    id      BLOB PRIMARY KEY,
    name    TEXT NOT NULL CHECK (name <> ''),
    kind    TEXT NOT NULL CHECK (kind IN ('university', 'professional', 'government', 'private', 'other')),
    contact TEXT NOT NULL,
    note    TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX partner_name ON partner (name COLLATE NOCASE);

-- An agreement (MoU, PKS) with its validity.
CREATE TABLE partner_agreement (
    id         BLOB PRIMARY KEY,
    partner_id BLOB NOT NULL REFERENCES partner (id),
    number     TEXT NOT NULL CHECK (number <> ''),
    subject    TEXT NOT NULL,
    starts     TEXT NOT NULL,
    ends       TEXT NOT NULL CHECK (ends >= starts)
) STRICT;

CREATE INDEX partner_agreement_partner ON partner_agreement (partner_id);

CREATE TABLE programme_partner (
    programme_id BLOB NOT NULL REFERENCES programme (id),
    partner_id   BLOB NOT NULL REFERENCES partner (id),
    PRIMARY KEY (programme_id, partner_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX programme_partner_partner ON programme_partner (partner_id);

-- A field in which a person of the register speaks, and the fee for each hour or JP.
CREATE TABLE speaker_field (
    id        BLOB PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES person (id),
    field     TEXT NOT NULL CHECK (field <> ''),
    fee       INTEGER NOT NULL CHECK (fee >= 0),
    fee_unit  TEXT NOT NULL,
    note      TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX speaker_field_key ON speaker_field (person_id, field COLLATE NOCASE);

-- ── planning: the plan ───────────────────────────────────────────────────────────────────────────────────────────

-- A version of the annual plan. An approved one is frozen: `content` is the JSON that was approved and printed, `sha256`
-- its checksum. One version of a year is in force at most; a newer one that is approved replaces it.
CREATE TABLE plan (
    id          BLOB PRIMARY KEY,
    year        INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
    version     INTEGER NOT NULL CHECK (version >= 1),
    name        TEXT NOT NULL CHECK (name <> ''),
    based_on    BLOB REFERENCES plan (id),
    status      TEXT NOT NULL CHECK (status IN ('draft', 'approved', 'replaced')),
    jp_limit    INTEGER CHECK (jp_limit > 0),
    approved_on TEXT,
    reason      TEXT NOT NULL,
    content     TEXT NOT NULL,
    sha256      TEXT NOT NULL,
    CHECK ((status = 'draft') = (approved_on IS NULL)),
    UNIQUE (year, name, version)
) STRICT;

CREATE UNIQUE INDEX plan_in_force ON plan (year) WHERE status = 'approved';
CREATE INDEX plan_based_on ON plan (based_on) WHERE based_on IS NOT NULL;

-- A ceiling (pagu) for a fund source, within one sub kegiatan or, where that is empty, over all of them.
CREATE TABLE plan_ceiling (
    id           BLOB PRIMARY KEY,
    plan_id      BLOB NOT NULL REFERENCES plan (id),
    ord          INTEGER NOT NULL,
    sub_activity TEXT NOT NULL,
    fund         TEXT NOT NULL CHECK (fund <> ''),
    amount       INTEGER NOT NULL CHECK (amount >= 0),
    UNIQUE (plan_id, sub_activity, fund)
) STRICT;

-- A group of units of which at least so many people are to be served.
CREATE TABLE plan_group (
    id      BLOB PRIMARY KEY,
    plan_id BLOB NOT NULL REFERENCES plan (id),
    name    TEXT NOT NULL CHECK (name <> ''),
    least   INTEGER NOT NULL CHECK (least >= 0),
    UNIQUE (plan_id, name)
) STRICT;

CREATE TABLE plan_group_unit (
    group_id BLOB NOT NULL REFERENCES plan_group (id),
    unit_id  BLOB NOT NULL REFERENCES unit (id),
    PRIMARY KEY (group_id, unit_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX plan_group_unit_unit ON plan_group_unit (unit_id);

-- A candidate class of a plan. Root: the same candidate in the first version that had it, so that realisation and classes
-- follow it through the versions. Wish: what the office demands; locked: kept as chosen now, whatever is computed anew.
-- Candidates of a plan with the same `alternative` exclude each other. Value: hundredths of a weighted level closed.
CREATE TABLE plan_item (
    id           BLOB PRIMARY KEY,
    plan_id      BLOB NOT NULL REFERENCES plan (id),
    root_id      BLOB NOT NULL REFERENCES plan_item (id),
    ord          INTEGER NOT NULL,
    programme_id BLOB NOT NULL REFERENCES programme (id),
    name         TEXT NOT NULL CHECK (name <> ''),
    sub_activity TEXT NOT NULL,
    month        INTEGER CHECK (month BETWEEN 1 AND 12),
    participants INTEGER NOT NULL CHECK (participants >= 0),
    jp           INTEGER NOT NULL CHECK (jp >= 0),
    wish         TEXT NOT NULL CHECK (wish IN ('free', 'mandatory', 'forbidden')),
    locked       INTEGER NOT NULL CHECK (locked IN (0, 1)),
    chosen       INTEGER NOT NULL CHECK (chosen IN (0, 1)),
    alternative  TEXT NOT NULL,
    value        INTEGER NOT NULL CHECK (value >= 0),
    note         TEXT NOT NULL,
    UNIQUE (plan_id, name)
) STRICT;

CREATE INDEX plan_item_root ON plan_item (root_id);
CREATE INDEX plan_item_programme ON plan_item (programme_id);

-- Whom a candidate would serve, and what it closes for each, in hundredths of a weighted level.
CREATE TABLE plan_item_person (
    item_id   BLOB NOT NULL REFERENCES plan_item (id),
    person_id BLOB NOT NULL REFERENCES person (id),
    value     INTEGER NOT NULL CHECK (value >= 0),
    PRIMARY KEY (item_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX plan_item_person_person ON plan_item_person (person_id);

-- A line of a budget (RAB): of the pattern of a programme, or of a candidate of a plan. Amount: vol1 x vol2 x vol3 x price.
-- Root as in `plan_item`; a pattern's line is its own root.
CREATE TABLE cost_line (
    id           BLOB PRIMARY KEY,
    root_id      BLOB NOT NULL REFERENCES cost_line (id),
    programme_id BLOB REFERENCES programme (id),
    item_id      BLOB REFERENCES plan_item (id),
    ord          INTEGER NOT NULL,
    account      TEXT NOT NULL,
    text         TEXT NOT NULL CHECK (text <> ''),
    vol1         INTEGER NOT NULL CHECK (vol1 >= 0),
    vol2         INTEGER NOT NULL CHECK (vol2 >= 0),
    vol3         INTEGER NOT NULL CHECK (vol3 >= 0),
    unit         TEXT NOT NULL,
    price        INTEGER NOT NULL CHECK (price >= 0),
    fund         TEXT NOT NULL,
    note         TEXT NOT NULL,
    CHECK ((programme_id IS NULL) <> (item_id IS NULL))
) STRICT;

CREATE INDEX cost_line_programme ON cost_line (programme_id, ord) WHERE programme_id IS NOT NULL;
CREATE INDEX cost_line_item ON cost_line (item_id, ord) WHERE item_id IS NOT NULL;
CREATE INDEX cost_line_root ON cost_line (root_id);

-- Money committed or spent on a line of the plan in force. The line is the root, the same through all versions.
CREATE TABLE realisation (
    id      BLOB PRIMARY KEY,
    line_id BLOB NOT NULL REFERENCES cost_line (id),
    date    TEXT NOT NULL,
    kind    TEXT NOT NULL CHECK (kind IN ('commitment', 'payment')),
    proof   TEXT NOT NULL,
    payee   TEXT NOT NULL,
    text    TEXT NOT NULL,
    gross   INTEGER NOT NULL CHECK (gross > 0),
    tax     INTEGER NOT NULL CHECK (tax BETWEEN 0 AND gross)
) STRICT;

CREATE INDEX realisation_line ON realisation (line_id, date);

-- The candidate of the plan that a class carries out; the candidate is the root.
CREATE TABLE class_plan (
    class_id BLOB PRIMARY KEY REFERENCES class (id),
    item_id  BLOB NOT NULL REFERENCES plan_item (id)
) STRICT;

CREATE INDEX class_plan_item ON class_plan (item_id);

-- ── planning: the schedule ───────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE training_room (
    id       BLOB PRIMARY KEY,
    name     TEXT NOT NULL CHECK (name <> ''),
    place    TEXT NOT NULL,
    capacity INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 5000),
    active   INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX training_room_name ON training_room (name COLLATE NOCASE);

-- A day without work: national or regional holiday, or joint leave (cuti bersama).
CREATE TABLE holiday (
    date TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('national', 'regional', 'joint_leave'))
) STRICT;

-- When a unit (and those below it) has much to do, a person is away, or a room is closed. Weight, for a unit: how much
-- each person who is away hurts on one day.
CREATE TABLE busy_period (
    id        BLOB PRIMARY KEY,
    unit_id   BLOB REFERENCES unit (id),
    person_id BLOB REFERENCES person (id),
    room_id   BLOB REFERENCES training_room (id),
    starts    TEXT NOT NULL,
    ends      TEXT NOT NULL CHECK (ends >= starts),
    reason    TEXT NOT NULL CHECK (reason <> ''),
    weight    INTEGER NOT NULL CHECK (weight BETWEEN 1 AND 100),
    CHECK ((unit_id IS NOT NULL) + (person_id IS NOT NULL) + (room_id IS NOT NULL) = 1)
) STRICT;

CREATE INDEX busy_period_unit ON busy_period (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX busy_period_person ON busy_period (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX busy_period_room ON busy_period (room_id) WHERE room_id IS NOT NULL;

-- The largest part of a unit (with those below it) that may be away at once; with a name, of the people of one counter
-- (loket) there. In percent, rounded down but at least one, or as a number of people.
CREATE TABLE away_limit (
    id      BLOB PRIMARY KEY,
    unit_id BLOB NOT NULL REFERENCES unit (id),
    counter TEXT NOT NULL,
    percent INTEGER CHECK (percent BETWEEN 0 AND 100),
    people  INTEGER CHECK (people >= 0),
    CHECK ((percent IS NULL) <> (people IS NULL))
) STRICT;

CREATE UNIQUE INDEX away_limit_key ON away_limit (unit_id, counter COLLATE NOCASE);

-- Who works at a counter.
CREATE TABLE counter_person (
    limit_id  BLOB NOT NULL REFERENCES away_limit (id),
    person_id BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (limit_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX counter_person_person ON counter_person (person_id);

-- Where a session is held and on which subject; locked: a proposal of the schedule leaves it where it is.
CREATE TABLE session_place (
    session_id BLOB PRIMARY KEY REFERENCES class_session (id),
    room_id    BLOB REFERENCES training_room (id),
    subject_id BLOB REFERENCES class_subject (id),
    locked     INTEGER NOT NULL CHECK (locked IN (0, 1))
) STRICT;

CREATE INDEX session_place_room ON session_place (room_id) WHERE room_id IS NOT NULL;
CREATE INDEX session_place_subject ON session_place (subject_id) WHERE subject_id IS NOT NULL;

CREATE TABLE session_speaker (
    session_id BLOB NOT NULL REFERENCES class_session (id),
    person_id  BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (session_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX session_speaker_person ON session_speaker (person_id);

-- The schedule of a class as it was made known, JSON of its sessions; the next one of the class is its correction.
CREATE TABLE schedule_publication (
    id           BLOB PRIMARY KEY,
    class_id     BLOB NOT NULL REFERENCES class (id),
    number       INTEGER NOT NULL CHECK (number >= 1),
    published_on TEXT NOT NULL,
    note         TEXT NOT NULL,
    content      TEXT NOT NULL,
    UNIQUE (class_id, number)
) STRICT;
