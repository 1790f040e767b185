import { inLanguage, type Language, spokenTo } from '../base/language.ts';
import type { Program } from '../program/ast.ts';

/** What people call the things of a rulebook, in one language. */
export interface Titles {
  readonly post: (post: string | null) => string;
  readonly step: (step: string | null) => string;
  readonly stage: (stage: string | null) => string;
  readonly stageOf: (step: string) => string | undefined;
  readonly event: (type: string) => string;
  readonly comma: string;
  readonly semicolon: string;
}

export function titlesOf({ rulebook, subjects }: Program, language: Language): Titles {
  const { stages } = rulebook;
  const posts = new Map(
    rulebook.posts?.data.posts.map(({ post, title }) => [post, inLanguage(title, language)]),
  );
  const steps = new Map(
    stages.flatMap((stage) =>
      stage.steps.map(
        (step) => [step.id, [inLanguage(step.entry.data.title, language), stage.id]] as const,
      ),
    ),
  );
  const ofStages = new Map(stages.map(({ id, data }) => [id, inLanguage(data.title, language)]));
  const types = new Map(
    [...subjects.values()].flatMap(({ type, file }) => {
      const list = file.events && type.fields.get(file.events.list)?.type;
      const record = list?.kind === 'list' ? list.of : undefined;
      const field =
        record?.kind === 'context' && file.events && record.fields.get(file.events.type);
      const own = field && field.type.kind === 'text' ? field.type.words : undefined;
      const added = Object.entries(file.events?.types ?? {});
      return [...(own ?? []), ...added].map(
        ([code, title]) => [code, inLanguage(title, language)] as const,
      );
    }),
  );
  const isChinese = spokenTo(language) === 'zh';
  return {
    post: (post) => (post === null ? '?' : posts.get(post) || post),
    step: (step) => (step === null ? '' : steps.get(step)?.[0] || step),
    stage: (stage) => (stage === null ? '' : ofStages.get(stage) || stage),
    stageOf: (step) => steps.get(step)?.[1],
    event: (type) => types.get(type) || type,
    comma: isChinese ? '、' : ', ',
    semicolon: isChinese ? '；' : '; ',
  };
}
