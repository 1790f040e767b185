import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { expect, test } from 'vitest';

import { plainFile } from '../../scripts/situations.ts';
import { datedIn, type Said, said, yearsLater } from './moved.ts';

/** A file that names what was verified to be none has no plan, and would take a hundred times as long. */
const isPlanned = (path: string) => !readFileSync(path, 'utf8').includes('\nverifiedNone:');

const files = [
  ...globSync(
    'rules/dossiers/{mortgage,off-plan,commercial-property,consumer,business,servicing}.yaml',
  ),
  ...globSync('examples/{dossiers,situations}/*.{yaml,json}'),
]
  .filter(isPlanned)
  .toSorted();

/** Moves that are the fault itself, mended or taken away: the file, the field, the years, and why. */
const faults: readonly (readonly [file: string, path: string, years: number, why: string])[] = [
  ['0016', 'partners[A1].listedTo', 1, 'the listing had run out: a year later it has not'],
  [
    '0029',
    'appraisals[V1].appraiserListedTo',
    1,
    'the listing had run out: a year later it has not',
  ],
  [
    '0040',
    'customerProfile.lastEvaluationDate',
    1,
    'the evaluation was a year old: a year later it is new',
  ],
  [
    '0040',
    'events[V29].at',
    -1,
    'the event lay behind the day of evaluation entered: a year earlier it does not',
  ],
  [
    'prepayment-in-part-faulty',
    'modifications[M1].interestChargedTo',
    -1,
    'interest was charged for too long: a year less is not',
  ],
  [
    'restructured-faulty',
    'postLoan.restructuredDate',
    1,
    'the class was raised too early: under the later day it is another restructuring',
  ],
  [
    'restructured-faulty',
    'postLoan.restructuredFirstDueDate',
    -1,
    'observation was too short: a year earlier it is long enough',
  ],
];

/** Fields, by kind of element, whose year may be another without anything in the file against it. */
const unnoticed: { readonly [why: string]: readonly string[] } = {
  'a fact of long before, which nothing else in the file dates': [
    'business.borrowerEquityFrom',
    'business.establishedDate',
    'documents[BUSINESS_LICENCE].issuedDate',
    'documents[MARRIAGE_PROOF].issuedDate',
    'documents[TITLE_CERT].issuedDate',
    'property.acquiredDate',
  ],
  'a stage of the building, earlier or later by years in other projects': [
    'documents[PRESALE_PERMIT].issuedDate',
    'project.completionFilingDate',
    'project.presalePermitDate',
    'project.toppedOutDate',
  ],
  'an end in the future that may be agreed longer, or shorter and still not reached': [
    'appraisals[].appraiserListedTo',
    'archive.retentionUntil',
    'cdd.nextReviewDate',
    'contacts[].materialValidTo',
    'contracts[GUARANTEE].guaranteePeriodEnd',
    'offers[].sellerQualifiedTo',
    'partners[].listedTo',
    'project.cooperationValidTo',
    'property.landUseExpiry',
    'riskAssessment.modelValidTo',
  ],
  'a beginning that may be earlier, or later and still before what it is asked for': [
    'appraisals[].appraiserListedOn',
    'partners[].listedFrom',
    'project.cooperationApprovedDate',
    'registrations[PRE_NOTICE].registrableFrom',
    'riskAssessment.modelValidFrom',
  ],
  'a consent to marketing may be as old as the customer': ['consents[MARKETING].signedAt'],
  'owners may have been verified when the business became a customer': [
    'business.beneficialOwners[].verifiedDate',
  ],
  'financial statements are of years before': ['documents[FINANCIALS].issuedDate'],
  'the count of homes means nothing where no home is bought': ['household.homeSequenceProofDate'],
  'no rule holds it against another day yet: a contact that the customer began, and what only online or urgent business records, and what follows a change, a death, a restructuring or a warning':
    [
      'application.outcomeNotifiedAt',
      'contacts[].at',
      'fundUse.evidenceCompletedDate',
      'modifications[].interestChargedTo',
      'modifications[].newMaturityDate',
      'parties[].deceasedDate',
      'postLoan.restructuredFirstDueDate',
      'postLoan.warningClosedDate',
    ],
  'a seller’s or company’s card, of which no image is filed': ['parties[].idValidTo'],
};

interface Move {
  readonly name: string;
  readonly path: string;
  readonly kind: string;
  readonly years: number;
  /** Days from the lead to the data date. */
  readonly lasts: number;
  /** Its data date is before the bank's own rules, which hold most days against one another. */
  readonly isOlder: boolean;
  readonly before: Said;
  readonly after: Said | undefined;
}

const moves = files.flatMap((file) => [...movesOf(file)]);

function* movesOf(path: string): Generator<Move> {
  const file = plainFile(path);
  const before = said(file);
  if (!before) throw new Error(`${path} is not as its schema asks`);
  const dates = [...datedIn(file)];
  const dayOf = (at: string) =>
    Date.parse(dates.find((one) => one.path === at)?.text.slice(0, 10) ?? '');
  const lasts = (dayOf('meta.asOfDate') - dayOf('application.leadReceivedAt')) / 86_400_000;
  const isOlder = dayOf('meta.asOfDate') < Date.parse('2026-01-01');
  for (const { path: at, kind, text, put } of dates) {
    for (const years of [-1, 1]) {
      put(yearsLater(text, years));
      yield {
        name: basename(path),
        path: at,
        kind,
        years,
        lasts,
        isOlder,
        before,
        after: said(file),
      };
    }
    put(text);
  }
}

/** A better verdict, or a finding less and none instead. */
function isBetter({ before, after }: Move): boolean {
  if (!after) return false;
  const isGone = [...before.failed].some((id) => !after.failed.has(id));
  return after.gravity < before.gravity || (isGone && !isNew(before.failed, after.failed));
}

function isNoticed({ before, after }: Move): boolean {
  return !after || isNew(before.failed, after.failed) || isNew(before.open, after.open);
}

function isNew(before: ReadonlySet<string>, after: ReadonlySet<string>): boolean {
  return [...after].some((id) => !before.has(id));
}

test('no date moved by a year makes a verdict better, unless it is the fault itself', () => {
  const better = moves.filter(isBetter).map(({ name, path, years }) => `${name} ${path} ${years}`);
  const named = faults.map(([file, path, years]) => {
    const name = files.map((one) => basename(one)).find((one) => one.startsWith(file));
    return `${name} ${path} ${years}`;
  });
  expect(better.toSorted()).toEqual(named.toSorted());
});

test('of sound files of one year, what is not noticed is named with its reason', () => {
  const ofAllSound = moves.filter(({ before }) => before.gravity === 0);
  // a file that lasted for years has room for a day of another, one before the bank's rules had fewer: what is noticed of
  // those is told, and not named
  const ofSound = ofAllSound.filter(({ lasts, isOlder }) => lasts <= 300 && !isOlder);
  const missed = ofSound.filter((move) => !isNoticed(move));
  const share = ((1 - missed.length / ofSound.length) * 100).toFixed(1);
  console.log(
    `${moves.length} moves by a year; of all sound files ${ofAllSound.length}, noticed ${ofAllSound.filter(isNoticed).length}; of sound files ${ofSound.length}, noticed ${ofSound.length - missed.length} (${share}%)`,
  );
  const found = new Set(missed.map(({ kind }) => kind));
  expect([...found].toSorted()).toEqual(Object.values(unnoticed).flat().toSorted());
});
