import type { Core } from '../core.ts';
import { type Claim, denied, type Single, spelt } from './claim.ts';
import { aside, say, type Saying } from './saying.ts';

/** Without that there is something of which another part says more. */
export function withoutPlain(claims: readonly Claim[], saying: Saying): readonly Claim[] {
  if (!claims.some(givenOf)) return claims;
  const apart = aside(saying);
  const told = new Set(
    claims.flatMap((claim) =>
      claim.is === 'single' ? sidesTold(claim).flatMap((side) => sidesOf(spelt(side), apart)) : [],
    ),
  );
  return claims.filter((claim) => {
    const given = givenOf(claim);
    return !given || !told.has(say(given, apart));
  });
}

/** Of what a claim only says that there is one. */
export function givenOf(claim: Claim): Core | undefined {
  return claim.is === 'single' && claim.core.kind === 'none' && !claim.yes
    ? claim.core.of
    : undefined;
}

/** What a fact needs to be there: none of the sides that it denies to be equal. */
function sidesTold({ core, yes }: Single): readonly Core[] {
  if (core.kind === 'comparison')
    return (yes ? core.operator : denied(core.operator)) === '!=' ? [] : [core.left, core.right];
  if (core.kind === 'field') return [core];
  return core.kind === 'membership' && yes ? [core.of] : [];
}

/** What a side of a comparison is of: itself, or the days of a length. */
function sidesOf(core: Core, saying: Saying): readonly string[] {
  if (core.kind !== 'call') return [say(core, saying)];
  return core.args.flatMap((arg) => (arg ? sidesOf(spelt(arg), saying) : []));
}
