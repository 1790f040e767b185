import type { PeopleFile, SubjectFile } from '../rulebook/files.ts';

/** A field that a rulebook names: the keys under which it does, and the path of the field. */
type Named = readonly [keys: readonly string[], path: string];

/** The fields that a subject names of its register of people, and for what is looked up in one. */
export function pathsOfPeople({ people, lookUps }: SubjectFile): readonly Named[] {
  const looked = (lookUps?.fields ?? []).flatMap(({ list, ...fields }, place) =>
    [list, ...Object.values(fields).map((name) => `${list}[].${name}`)].map((path): Named => [
      ['lookUps', 'fields', String(place)],
      path,
    ]),
  );
  return [
    ...(people ? ofRegister(people) : []),
    ...(lookUps ? [[['lookUps', 'of'], lookUps.of] as const] : []),
    ...looked,
  ];
}

function ofRegister({
  list,
  of,
  upTo,
  posts,
  levels,
  absences,
  ...own
}: PeopleFile): readonly Named[] {
  const lists = Object.entries({ posts, levels, absences }).flatMap(([key, named]): Named[] => {
    if (!named) return [];
    const { list: inner, ...fields } = named;
    const within = `${list}[].${inner}`;
    return [within, ...Object.values(fields).map((name) => `${within}[].${name}`)].map((path) => [
      ['people', key],
      path,
    ]);
  });
  return [
    [['people', 'list'], list],
    [['people', 'of'], of],
    [['people', 'upTo'], upTo],
    ...Object.entries(own).map(([key, name]): Named => [['people', key], `${list}[].${name}`]),
    ...lists,
  ];
}
