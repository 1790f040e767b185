import { dump } from 'js-yaml';

/** Plain data as YAML, in which every text reads as the same text again. */
export function printYaml(value: unknown): string {
  return dump(value, { lineWidth: -1, noRefs: true });
}
