import process from 'node:process';

/** `$SHOUZE_RECORDS`, or a file here. */
export function usualRecord(): string {
  const { SHOUZE_RECORDS: own } = process.env;
  return own !== undefined && own !== '' ? own : 'shouze-records.db';
}

/** The arguments with the usual record named where `--record` names none. */
export function withRecord(args: readonly string[]): readonly string[] {
  return args.map((arg, index) => {
    const next = args[index + 1];
    const isBare = arg === '--record' && (next === undefined || /^-./u.test(next));
    return isBare ? `--record=${usualRecord()}` : arg;
  });
}
