-- The first schema. `organisation` stands in every table, so that data can be partitioned by it later (PRODUCT.md,
-- section 13); one deployment serves organisation 1. Times are milliseconds since 1970, UTC. `sealed` is ciphertext;
-- `sealed_for` is the customer whose key opens it, 0 the system's.

CREATE TABLE schema_version (
    version    INTEGER NOT NULL PRIMARY KEY,
    name       TEXT NOT NULL,
    applied_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
) STRICT;

-- The last number that was given out, of cases, causes, publications and so on.
CREATE TABLE counter (
    organisation INTEGER NOT NULL DEFAULT 1,
    name         TEXT NOT NULL,
    last         INTEGER NOT NULL,
    PRIMARY KEY (organisation, name)
) STRICT, WITHOUT ROWID;

-- Keys under the master key. An empty one was destroyed: what it sealed is unreadable for ever.
CREATE TABLE sealing_key (
    organisation INTEGER NOT NULL DEFAULT 1,
    owner        TEXT NOT NULL, -- customer/7, person/wei, check
    wrapped      BLOB NOT NULL,
    PRIMARY KEY (organisation, owner)
) STRICT, WITHOUT ROWID;

-- The logs of cases, consents, publications and causes: the truth. Each row is chained to the one before it.
CREATE TABLE event (
    organisation INTEGER NOT NULL DEFAULT 1,
    stream       TEXT NOT NULL, -- case, consent, publication, cause
    id           INTEGER NOT NULL,
    number       INTEGER NOT NULL,
    act          INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    by           TEXT NOT NULL,
    name         TEXT NOT NULL,
    facts        TEXT NOT NULL,
    sealed       BLOB NOT NULL,
    sealed_for   INTEGER NOT NULL,
    hash         BLOB NOT NULL,
    PRIMARY KEY (organisation, stream, id, number)
) STRICT, WITHOUT ROWID;

-- What is no change of state: looks, exports, refused attempts, settings. One chain.
CREATE TABLE audit (
    organisation INTEGER NOT NULL DEFAULT 1,
    number       INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    by           TEXT NOT NULL,
    what         TEXT NOT NULL,
    subject      TEXT NOT NULL,
    hash         BLOB NOT NULL,
    PRIMARY KEY (organisation, number)
) STRICT, WITHOUT ROWID;

-- Derived from the logs in the same transaction; can be rebuilt.
CREATE TABLE case_row (
    organisation   INTEGER NOT NULL DEFAULT 1,
    id             INTEGER NOT NULL,
    status         TEXT NOT NULL,
    level          TEXT NOT NULL,
    owner          TEXT NOT NULL,
    customer       INTEGER NOT NULL,
    cause          INTEGER,
    heat           INTEGER NOT NULL,
    second_failure INTEGER NOT NULL,
    opened_at      INTEGER NOT NULL,
    touched_at     INTEGER,
    closed_at      INTEGER,
    outcome        TEXT,
    next_due       INTEGER,
    version        INTEGER NOT NULL,
    PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_row_open ON case_row (organisation, owner, opened_at)
    WHERE status NOT IN ('closed', 'merged', 'erased');
CREATE INDEX case_row_customer ON case_row (organisation, customer, opened_at);
CREATE INDEX case_row_opened ON case_row (organisation, opened_at);
CREATE INDEX case_row_due ON case_row (organisation, next_due) WHERE next_due IS NOT NULL;

CREATE TABLE consent_row (
    organisation INTEGER NOT NULL DEFAULT 1,
    case_id      INTEGER NOT NULL,
    state        TEXT NOT NULL,
    ends         INTEGER,
    PRIMARY KEY (organisation, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX consent_row_due ON consent_row (organisation, ends) WHERE ends IS NOT NULL;

CREATE TABLE publication_row (
    organisation INTEGER NOT NULL DEFAULT 1,
    id           INTEGER NOT NULL,
    case_id      INTEGER NOT NULL,
    audience     TEXT NOT NULL,
    author       TEXT NOT NULL,
    state        TEXT NOT NULL,
    delivered_at INTEGER,
    next_due     INTEGER,
    version      INTEGER NOT NULL,
    PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX publication_row_case ON publication_row (organisation, case_id);
CREATE INDEX publication_row_state ON publication_row (organisation, state);
CREATE INDEX publication_row_due ON publication_row (organisation, next_due) WHERE next_due IS NOT NULL;

CREATE TABLE cause_row (
    organisation INTEGER NOT NULL DEFAULT 1,
    id           INTEGER NOT NULL,
    area         TEXT NOT NULL,
    state        TEXT NOT NULL,
    title        TEXT NOT NULL, -- masked
    users        INTEGER NOT NULL,
    reported_at  INTEGER NOT NULL,
    next_due     INTEGER,
    version      INTEGER NOT NULL,
    PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX cause_row_due ON cause_row (organisation, next_due) WHERE next_due IS NOT NULL;

-- The people who complained. The name is sealed under the key of its row.
CREATE TABLE customer (
    organisation INTEGER NOT NULL DEFAULT 1,
    id           INTEGER NOT NULL,
    label        INTEGER NOT NULL,
    serial       INTEGER NOT NULL,
    sealed       BLOB NOT NULL,
    created_at   INTEGER NOT NULL,
    PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX customer_label ON customer (organisation, label, serial);

-- Keyed digests of phones, mails and order numbers, by which a user is known again.
CREATE TABLE customer_identifier (
    organisation INTEGER NOT NULL DEFAULT 1,
    kind         TEXT NOT NULL,
    digest       BLOB NOT NULL,
    customer     INTEGER NOT NULL,
    PRIMARY KEY (organisation, kind, digest),
    FOREIGN KEY (organisation, customer) REFERENCES customer (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_identifier_customer ON customer_identifier (organisation, customer);

-- Aliases of cases on the board, and who follows them.
CREATE TABLE board_alias (
    organisation INTEGER NOT NULL DEFAULT 1,
    case_id      INTEGER NOT NULL,
    number       INTEGER NOT NULL,
    word         INTEGER NOT NULL,
    PRIMARY KEY (organisation, case_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX board_alias_number ON board_alias (organisation, number);

CREATE TABLE board_follower (
    organisation INTEGER NOT NULL DEFAULT 1,
    case_id      INTEGER NOT NULL,
    member       TEXT NOT NULL,
    PRIMARY KEY (organisation, case_id, member)
) STRICT, WITHOUT ROWID;

-- The people who talk with the bot. All that is known of them is sealed under a key of their own; their accounts on
-- the platforms are found by keyed digest.
CREATE TABLE person (
    organisation INTEGER NOT NULL DEFAULT 1,
    id           TEXT NOT NULL,
    sealed       BLOB NOT NULL,
    PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
    organisation INTEGER NOT NULL DEFAULT 1,
    person       TEXT NOT NULL,
    connection   TEXT NOT NULL,
    digest       BLOB NOT NULL,
    sealed       BLOB NOT NULL, -- the account and the direct conversation
    spoke_at     INTEGER,
    PRIMARY KEY (organisation, person, connection),
    FOREIGN KEY (organisation, person) REFERENCES person (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX account_digest ON account (organisation, connection, digest);

CREATE TABLE room (
    organisation     INTEGER NOT NULL DEFAULT 1,
    id               TEXT NOT NULL,
    connection       TEXT NOT NULL,
    conversation     TEXT NOT NULL,
    purpose          TEXT NOT NULL,
    name             TEXT NOT NULL,
    language         TEXT NOT NULL,
    members          INTEGER NOT NULL,
    area             TEXT NOT NULL,
    publisher        TEXT NOT NULL,
    posts_unattended INTEGER NOT NULL,
    posts_a_day      INTEGER NOT NULL,
    bound            INTEGER,
    PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX room_conversation ON room (organisation, connection, conversation);

-- What is open between a person and the bot. `place` is a keyed digest of the conversation: the id of a direct one
-- names a person on some platforms.
CREATE TABLE dialog (
    organisation INTEGER NOT NULL DEFAULT 1,
    person       TEXT NOT NULL, -- empty: everyone in the room
    place        BLOB NOT NULL,
    sealed       BLOB NOT NULL,
    PRIMARY KEY (organisation, person, place)
) STRICT, WITHOUT ROWID;

-- One order by one person: what undo takes back as a whole.
CREATE TABLE act (
    id           INTEGER PRIMARY KEY,
    organisation INTEGER NOT NULL DEFAULT 1,
    by           TEXT NOT NULL,
    at           INTEGER NOT NULL,
    what         TEXT NOT NULL
) STRICT;
CREATE INDEX act_by ON act (organisation, by, id);

CREATE TABLE act_touched (
    organisation INTEGER NOT NULL DEFAULT 1,
    act          INTEGER NOT NULL REFERENCES act (id),
    stream       TEXT NOT NULL,
    id           INTEGER NOT NULL,
    PRIMARY KEY (organisation, act, stream, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE inbox (
    id           INTEGER PRIMARY KEY,
    organisation INTEGER NOT NULL DEFAULT 1,
    connection   TEXT NOT NULL,
    event        TEXT NOT NULL, -- the platform's id of the delivery
    state        TEXT NOT NULL, -- done, failed, parked
    attempts     INTEGER NOT NULL,
    received_at  INTEGER NOT NULL,
    next_attempt INTEGER NOT NULL,
    place        BLOB NOT NULL,
    sealed       BLOB NOT NULL, -- message and answer; empty once forgotten
    sealed_for   INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX inbox_event ON inbox (organisation, connection, event);
CREATE INDEX inbox_place ON inbox (organisation, place, id);
CREATE INDEX inbox_failed ON inbox (organisation, next_attempt) WHERE state = 'failed';
CREATE INDEX inbox_parked ON inbox (organisation) WHERE state = 'parked';
CREATE INDEX inbox_readable ON inbox (organisation, received_at) WHERE sealed <> x'';

CREATE TABLE outbox (
    id           INTEGER PRIMARY KEY,
    organisation INTEGER NOT NULL DEFAULT 1,
    place        BLOB NOT NULL,
    priority     INTEGER NOT NULL, -- 0 goes first
    sealed       BLOB NOT NULL,    -- destination and card
    sealed_for   INTEGER NOT NULL,
    about        INTEGER,
    publication  INTEGER,
    created_at   INTEGER NOT NULL,
    next_attempt INTEGER NOT NULL,
    attempts     INTEGER NOT NULL,
    state        TEXT NOT NULL, -- queued, sent, failed, withdrawn
    why          TEXT NOT NULL,
    sent_at      INTEGER
) STRICT;
CREATE INDEX outbox_waiting ON outbox (organisation, priority, id, place, next_attempt, attempts, publication, state)
    WHERE state = 'queued'; -- holds all that is asked when looking for the next one
CREATE INDEX outbox_place ON outbox (organisation, place, id);
CREATE INDEX outbox_publication ON outbox (organisation, publication) WHERE publication IS NOT NULL;

CREATE TABLE reminder_sent (
    organisation INTEGER NOT NULL DEFAULT 1,
    case_id      INTEGER NOT NULL,
    what         TEXT NOT NULL,
    stage        TEXT NOT NULL,
    number       INTEGER NOT NULL,
    instance     INTEGER NOT NULL,
    sent_at      INTEGER NOT NULL,
    PRIMARY KEY (organisation, case_id, what, stage, number, instance)
) STRICT, WITHOUT ROWID;

CREATE TABLE reminder_count (
    organisation INTEGER NOT NULL DEFAULT 1,
    person       TEXT NOT NULL,
    at           INTEGER NOT NULL
) STRICT;
CREATE INDEX reminder_count_person ON reminder_count (organisation, person, at);

CREATE TABLE setting (
    organisation INTEGER NOT NULL DEFAULT 1,
    key          TEXT NOT NULL,
    value        TEXT NOT NULL,
    PRIMARY KEY (organisation, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE policy (
    organisation INTEGER NOT NULL DEFAULT 1,
    from_at      INTEGER NOT NULL,
    policy       TEXT NOT NULL,
    PRIMARY KEY (organisation, from_at)
) STRICT, WITHOUT ROWID;

-- Search over masked lines. `words` of the index holds character pairs of Chinese and whole words of the rest.
CREATE TABLE case_line (
    organisation INTEGER NOT NULL DEFAULT 1,
    id           INTEGER NOT NULL,
    line         TEXT NOT NULL,
    opened_at    INTEGER NOT NULL,
    PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX case_line_opened ON case_line (organisation, opened_at);

CREATE VIRTUAL TABLE case_words USING fts5(words, tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE case_terms USING fts5vocab(case_words, 'row'); -- in how many lines a term stands

-- What a well-filled database looks like, for the query planner: it would otherwise take `organisation`, by which all
-- indexes begin, for a column that tells rows apart. Numbers: rows, then rows that share the first column of the index,
-- the first two, and so on.
ANALYZE;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('counter', 'counter', '10 10 1'),
    ('sealing_key', 'sealing_key', '50000 50000 1'),
    ('event', 'event', '1500000 1500000 400000 15 1'),
    ('audit', 'audit', '1000000 1000000 1'),
    ('case_row', 'case_row', '100000 100000 1'),
    ('case_row', 'case_row_open', '2000 2000 20 1 1'),
    ('case_row', 'case_row_customer', '100000 100000 2 1 1'),
    ('case_row', 'case_row_opened', '100000 100000 1 1'),
    ('case_row', 'case_row_due', '2000 2000 1 1'),
    ('consent_row', 'consent_row', '20000 20000 1'),
    ('consent_row', 'consent_row_due', '1000 1000 1 1'),
    ('publication_row', 'publication_row', '20000 20000 1'),
    ('publication_row', 'publication_row_case', '20000 20000 2 1'),
    ('publication_row', 'publication_row_state', '20000 20000 2000 1'),
    ('publication_row', 'publication_row_due', '500 500 1 1'),
    ('cause_row', 'cause_row', '2000 2000 1'),
    ('cause_row', 'cause_row_due', '200 200 1 1'),
    ('customer', 'customer', '50000 50000 1'),
    ('customer', 'customer_label', '50000 50000 1000 1'),
    ('customer_identifier', 'customer_identifier', '80000 80000 20000 1'),
    ('customer_identifier', 'customer_identifier_customer', '80000 80000 2 1'),
    ('board_alias', 'board_alias', '900 900 1'),
    ('board_alias', 'board_alias_number', '900 900 1'),
    ('board_follower', 'board_follower', '10000 10000 10 1'),
    ('person', 'person', '5000 5000 1'),
    ('account', 'account', '6000 6000 2 1'),
    ('account', 'account_digest', '6000 6000 2000 1'),
    ('room', 'room', '200 200 1'),
    ('room', 'room_conversation', '200 200 50 1'),
    ('dialog', 'dialog', '10000 10000 2 1'),
    ('act', 'act_by', '1000000 1000000 500 1'),
    ('act_touched', 'act_touched', '1000000 1000000 2 2 1'),
    ('inbox', 'inbox_event', '1000000 1000000 200000 1'),
    ('inbox', 'inbox_place', '1000000 1000000 200 1'),
    ('inbox', 'inbox_failed', '20 20 1'),
    ('inbox', 'inbox_parked', '5 5'),
    ('inbox', 'inbox_readable', '300000 300000 1'),
    ('outbox', 'outbox_waiting', '500 500 100 1 1 1 1 1 1'),
    ('outbox', 'outbox_place', '1000000 1000000 200 1'),
    ('outbox', 'outbox_publication', '20000 20000 2'),
    ('reminder_sent', 'reminder_sent', '500000 500000 10 3 2 1 1'),
    ('reminder_count', 'reminder_count_person', '500000 500000 200 1'),
    ('setting', 'setting', '50 50 1'),
    ('policy', 'policy', '20 20 1'),
    ('case_line', 'case_line', '100000 100000 1'),
    ('case_line', 'case_line_opened', '100000 100000 1 1');
ANALYZE sqlite_schema; -- takes them over
