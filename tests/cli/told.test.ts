import { describe, expect, test } from 'vitest';

import { extra } from '../diff/harness.ts';
import { solverOrNone } from '../proof/harness.ts';
import { copied, edit, put, shouze, small } from './harness.ts';

const rule = 'stages/work/decide/TST-001-under-test.yaml';

/** The small rulebook with a base file and cases. */
function rulebook(): string {
  const folder = copied(small);
  for (const [path, text] of Object.entries(extra)) put(folder, path, text);
  return folder;
}

interface Called {
  readonly args: readonly string[];
  readonly folder: string;
  readonly code: number;
  /** Level, code, place in the rulebook. */
  readonly told: readonly string[];
}

/** A lower limit, and so a case that fails and a version that is short. */
function lowered(): Called {
  const [old, folder] = [rulebook(), rulebook()];
  edit(folder, 'parameters/limit.yaml', 'value: 200', 'value: 180');
  return {
    args: ['diff', old, folder],
    folder,
    code: 1,
    told: [
      'error diff/version rulebook.yaml',
      `note diff/stricter ${rule}`,
      'error test/failed-case stages/work/decide/TST-001-under-test.cases.yaml',
    ],
  };
}

/** A field that is gone. */
function narrower(): Called {
  const [old, folder] = [rulebook(), rulebook()];
  edit(folder, 'schemas/request.schema.json', '"fee"', '"charge"');
  return {
    args: ['diff', old, folder],
    folder,
    code: 1,
    told: ['error diff/version rulebook.yaml', 'warning diff/schema schemas/request.schema.json'],
  };
}

/** A clause that says something else than what its rules were compared with. */
async function drifted(): Promise<Called> {
  const folder = rulebook();
  await shouze('trace', '--accept', '--rulebook', folder);
  edit(folder, 'sources/T-1.md', 'Whatever the tests need.', 'What tests need.');
  return {
    args: ['trace', '--rulebook', folder],
    folder,
    code: 1,
    told: ['warning rulebook/clause-changed sources/T-1.md'],
  };
}

/** A rule that nothing fails. */
function empty(): Called {
  const folder = rulebook();
  edit(folder, rule, '  <= limit', '  <= limit or amount > limit');
  return {
    args: ['verify', 'TST-001', '--rulebook', folder],
    folder,
    code: 1,
    told: [`warning proof/never-fails ${rule}`],
  };
}

describe.each([
  ['a change of verdicts', lowered, true],
  ['a change of a schema', narrower, true],
  ['a clause that drifted', drifted, true],
  ['what is proved', empty, solverOrNone() !== undefined],
] as const)('%s', (_, made, isHere) => {
  test.skipIf(!isHere)('is told alike in every format for tools', async () => {
    const { args, folder, code, told } = await made();
    const as = async (format: string) => {
      const ran = await shouze(...args, '--lang', 'en', '--format', format);
      expect([format, ran.code, ran.err]).toEqual([format, code, '']);
      return ran.out;
    };
    const at = (path: string) => path.replace(`${folder}/`, '');
    const sarif = JSON.parse(await as('sarif')) as Sarif;
    expect(
      sarif.runs[0].results.map(({ level, ruleId, locations: [{ physicalLocation }] }) =>
        [level, ruleId, at(decodeURIComponent(physicalLocation.artifactLocation.uri))].join(' '),
      ),
    ).toEqual(told);
    const github = (await as('github')).trimEnd().split('\n');
    expect(github.map((line) => line.split(' ')[0])).toEqual(
      told.map((one) => `::${one.split(' ')[0]?.replace('note', 'notice')}`),
    );
    const gitlab = JSON.parse(await as('gitlab')) as readonly CodeQuality[];
    expect(gitlab.map(({ check_name: name, location }) => `${name} ${at(location.path)}`)).toEqual(
      told.map((one) => one.replace(/^\w+ /u, '')),
    );
    const junit = await as('junit');
    const notes = told.filter((one) => one.startsWith('note '));
    expect(junit.match(/<failure /gu) ?? []).toHaveLength(told.length - notes.length);
    expect(junit.match(/<skipped /gu) ?? []).toHaveLength(notes.length);
  });
});

interface Sarif {
  readonly runs: readonly [
    {
      readonly results: readonly {
        readonly ruleId: string;
        readonly level: string;
        readonly locations: readonly [
          { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } },
        ];
      }[];
    },
  ];
}

interface CodeQuality {
  readonly check_name: string;
  readonly location: { readonly path: string };
}
