import { load } from 'js-yaml';

import { invariant } from '../../src/base/invariant.ts';
import { openSealed, type Random, sealed, sealOf } from '../../src/desk/sealed.ts';
import { newSession, sessionFrom } from '../../src/desk/session.ts';
import { deskOf } from '../desk/shipped.ts';

/** A session file of the fixture's rulebook, as an example of `desk/…` has it. */
interface SessionExample {
  readonly passPhrase?: string;
  /** With which it is opened; the same where it does not say. */
  readonly openedBy?: string;
  readonly format?: number;
  /** Of which rulebook it is. */
  readonly rulebook?: string;
  /** Bytes that are not there at its end. */
  readonly missing?: number;
  /** Whether a byte in the midst of it is another. */
  readonly altered?: true;
  /** What the file has instead. */
  readonly text?: string;
  /** How many bytes the file has. */
  readonly size?: number;
}

const random: Random = (length) => new Uint8Array(length).fill(7);
const desk = deskOf('tests/codes/fixture');

/** The codes of what is wrong with a session file. */
export function codesOfSession(yaml: string): readonly string[] {
  const example = load(yaml) as SessionExample;
  const { passPhrase = '例子的口令', openedBy = passPhrase } = example;
  const opened = openSealed(bytesOf(example, passPhrase), openedBy);
  const read = 'problem' in opened ? opened : sessionFrom(opened.value, desk);
  return 'problem' in read ? [`desk/${read.problem.kind}`] : [];
}

function bytesOf(example: SessionExample, passPhrase: string): Uint8Array {
  const { format = 1, rulebook, missing = 0, altered, text, size } = example;
  if (text !== undefined) return new TextEncoder().encode(text);
  const made = newSession(desk);
  const session = {
    ...made,
    format,
    rulebook: { ...made.rulebook, ...(rulebook !== undefined && { id: rulebook }) },
  };
  const bytes = sealed(session, sealOf(passPhrase, random, { n: 2 ** 10, r: 8, p: 1 }), random);
  invariant(bytes, 'an example is small');
  if (altered) bytes[bytes.length - 50] = (bytes.at(-50) ?? 0) ^ 1;
  const whole = new Uint8Array(size ?? bytes.length - missing);
  whole.set(bytes.subarray(0, whole.length));
  return whole;
}
