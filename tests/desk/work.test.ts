import { beforeAll, describe, expect, test } from 'vitest';

import { textAgain } from '../../src/desk/again.ts';
import { fileTold, ruleExplained, rulesTold } from '../../src/desk/explain.ts';
import { type FilesAsked, filesOf } from '../../src/desk/files.ts';
import { findingsOf } from '../../src/desk/findings.ts';
import { placeShown } from '../../src/desk/place.ts';
import { judgeFiles, type JudgedBy, reportOfWork, type Work } from '../../src/desk/work.ts';
import { idIn } from '../../src/dossier/dossier.ts';
import { dossierPaths } from '../../src/io/paths.ts';
import { findingsIn } from '../../src/report/findings.ts';
import { jsonText } from '../../src/report/json-text.ts';
import type { Text } from '../../src/report/result.ts';
import { shouze } from '../cli/harness.ts';
import { again, judgedBy, textsAt, textsIn } from './judged.ts';
import { shippedDesk } from './shipped.ts';

const samples = ['examples/dossiers', 'examples/customer-book', 'examples/situations'];
const by = judgedBy(shippedDesk());
let work: Work;

beforeAll(async () => {
  work = await judgeFiles(by, textsAt(...samples), { again });
}, 120_000);

test('what comes of all samples is the JSON of the command line, byte for byte', async () => {
  const { out } = await shouze('check', ...samples, '--format', 'json');
  expect([...jsonText(reportOfWork(work))].join('')).toBe(out);
}, 120_000);

test('what is stopped says how far it came', async () => {
  const stop = new AbortController();
  async function* texts() {
    yield* textsAt('examples/dossiers/0001-sound.yaml');
    stop.abort();
    yield* textsAt('examples/dossiers/0002-down-payment-short.yaml');
  }
  const { records, summary } = await judgeFiles(by, texts(), { signal: stop.signal });
  expect(records.map(({ file }) => file)).toEqual(['examples/dossiers/0001-sound.yaml']);
  expect(summary).toMatchObject({ dossiers: 1, stopped: true });
});

test('a file on which the engine fails has no verdict, and stops no other', async () => {
  const isBad = ({ id }: { readonly id?: string | undefined }) => id === 'D-2026-000002';
  const engine: JudgedBy['engine'] = {
    ...by.engine,
    judgeEach: (files, options) => {
      if (files.some(({ dossier, subject }) => isBad({ id: idIn(dossier, subject) })))
        throw new Error('a fault of the engine');
      return by.engine.judgeEach(files, options);
    },
  };
  const { records, summary } = await judgeFiles(
    { ...by, engine },
    textsAt('examples/dossiers/0001-sound.yaml', 'examples/dossiers/0002-down-payment-short.yaml'),
  );
  expect(records.map(({ verdict }) => verdict)).toEqual(['pass', null]);
  expect(records[1]?.diagnostics[0]?.message['zh']).toContain('a fault of the engine');
  expect(summary).toMatchObject({ pass: 1, unread: 1 });
});

describe('files', () => {
  const found = (asked: FilesAsked) => filesOf(work, asked).lines;
  const ids = (asked: FilesAsked) => found(asked).map(({ id }) => id);

  test('come as they were given, or with what is worst first', () => {
    const { total, lines } = filesOf(work, { order: 'given' });
    expect(total).toBe(work.records.length);
    expect(lines.map(({ place }) => place)).toEqual(work.records.map((_, place) => place));
    const standings = [...new Set(found({}).map(({ standing }) => standing))];
    expect(standings).toEqual(['fail', 'cannot-tell', 'pass']);
    const failing = found({ standing: 'fail' });
    expect(failing.length).toBe(work.summary.fail);
    expect(failing.every(({ findings }) => Object.keys(findings).length > 0)).toBe(true);
  });

  test('the largest amount first, those without one last', () => {
    const amounts = found({ order: 'amount' }).map(({ about }) => Number(about?.amount ?? -1));
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
  });

  test('are found by id, by rule, and by the groups of the overview', () => {
    const rule = 'RSK-007';
    const withRule = work.records.filter((record) =>
      findingsIn(record).some(({ outcome }) => outcome.rule === rule),
    );
    expect(withRule.length).toBeGreaterThan(0);
    expect(ids({ within: { rule }, order: 'given' })).toEqual(withRule.map(({ id }) => id));
    const [one] = withRule;
    expect(ids({ text: ` ${one?.id?.toLowerCase()} ` })).toContain(one?.id);
    for (const { key, files } of work.summary.glance.by.stage)
      expect(filesOf(work, { within: { stage: key } }).total).toBe(files);
    for (const { key, judged } of work.summary.glance.by.month)
      expect(filesOf(work, { within: { month: key } }).total).toBe(judged);
  });

  test('a page that is not there is the last', () => {
    const many = { ...work, records: Array.from({ length: 3 }, () => work.records).flat() };
    const page = filesOf(many, { order: 'given', from: 100_000 });
    expect(page.from).toBe(200);
    expect(page.lines.at(-1)?.place).toBe(many.records.length - 1);
  });
});

describe('findings', () => {
  test.each(['severity', 'process', 'defect'] as const)(
    'by %s are all there, group by group',
    (of) => {
      const { total, groups, lines } = findingsOf(work, { by: of });
      expect(total).toBe(work.records.flatMap(findingsIn).length);
      expect(groups.reduce((sum, { findings }) => sum + findings, 0)).toBe(total);
      const order = lines.map(({ group }) => group);
      const keys = groups.map(({ key }) => key);
      expect([...new Set(order)]).toEqual(keys.slice(0, new Set(order).size));
      expect(order.filter((group, index) => group !== order[index - 1])).toEqual([
        ...new Set(order),
      ]);
    },
  );

  test('the same defect counts the files of the report', () => {
    const { groups } = findingsOf(work, { by: 'defect' });
    const own = new Map(work.summary.glance.by.rule.map(({ key, files }) => [key, files]));
    for (const { key, files } of groups) expect([key, files]).toEqual([key, own.get(key)]);
  });

  test('are found by their sentence', () => {
    const { lines } = findingsOf(work, { text: '首付' });
    expect(lines.length).toBeGreaterThan(0);
    for (const { outcome } of lines)
      expect(JSON.stringify([outcome, work.head.rules[outcome.rule]?.title])).toContain('首付');
  });
});

describe('a file', () => {
  const place = () => work.records.findIndex(({ file }) => file.includes('0002'));
  const textOf = async (): Promise<Text> => {
    const record = work.records[place()];
    if (!record) throw new Error('it was judged');
    const text = await textAgain(record, dossierPaths(samples).paths, textsIn);
    if (!text) throw new Error('it is there');
    return text;
  };

  test('is told with the rules and clauses that it names, as data', () => {
    const told = fileTold(work, place());
    expect(structuredClone(told)).toEqual(told);
    for (const { rule, basis } of told?.record.outcomes ?? []) {
      expect(told?.rules[rule]?.title['zh']).toBeTruthy();
      for (const { clause } of basis) expect(told?.clauses[clause]?.title['zh']).toBeTruthy();
    }
    expect(fileTold(work, work.records.length)).toBeUndefined();
  });

  test('tells of every rule what it came to, and why', async () => {
    const text = await textOf();
    const all = rulesTold(by, text);
    const { counts, outcomes } = work.records[place()] ?? {};
    const failing = all.filter(({ status }) => status === 'fail').map(({ rule }) => rule);
    expect(failing.length).toBe(counts?.fail);
    expect(new Set(failing)).toEqual(
      new Set(outcomes?.filter(({ status }) => status === 'fail').map(({ rule }) => rule)),
    );
    for (const status of ['pass', 'not-applicable'] as const) {
      const rule = all.find((one) => one.status === status)?.rule ?? '';
      const told = ruleExplained(by, text, rule);
      expect(structuredClone(told).rules[rule]?.title['zh']).toBeTruthy();
      expect(told.outcomes.map((one) => one.status)).toContain(status);
      const [first] = told.outcomes;
      expect(first?.requirement ?? first?.inapplicable).toBeTruthy();
    }
  });

  test('shows where a value stands, masked until asked for', async () => {
    const text = await textOf();
    const seen = work.records[place()]?.outcomes.flatMap((one) => one.seen ?? []) ?? [];
    expect(seen.length).toBeGreaterThan(0);
    const asked = { unmasked: false, language: 'zh' };
    for (const { path, line, column, value } of seen) {
      const shown = placeShown(by, text, { path }, asked);
      expect([shown?.line, shown?.column]).toEqual([line, column]);
      const marked = shown?.lines.flatMap(({ number, parts }) =>
        parts.some(({ isMarked }) => isMarked) ? [number] : [],
      );
      expect(marked).toEqual(shown?.isThere ? [line] : []);
      expect(value).toBeTruthy();
    }
    const name = { path: 'parties[P1].name' };
    const markedIn = (unmasked: boolean) =>
      placeShown(by, text, name, { ...asked, unmasked })
        ?.lines.flatMap(({ parts }) => parts)
        .find(({ isMarked }) => isMarked)?.text;
    expect(text.source.text).toContain(markedIn(true));
    expect(markedIn(false)).toMatch(/^\S\*+$/u);
  });

  test('that was changed meanwhile is not read', async () => {
    const record = work.records[place()];
    if (!record) throw new Error('it was judged');
    const digest = `sha256:${'0'.repeat(64)}`;
    const names = dossierPaths(samples).paths;
    expect(await textAgain({ ...record, digest }, names, textsIn)).toBeUndefined();
  });
});
