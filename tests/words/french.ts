import type { Files } from './harness.ts';

/** A rulebook in French, with German beside it; its schema has the titles and descriptions of JSON Schema alone. */
export const french: Files = {
  'rulebook.yaml': `
format: 1
id: parc
version: 1.0.0
title: { fr: Règles du parc de vélos, de: Regeln der Fahrradflotte }
issuer: { fr: La ville, de: Die Stadt }
languages: [fr, de]
remedies:
  avant-remise: { title: { fr: avant la remise, de: vor der Übergabe } }
risks:
  securite: { title: { fr: sécurité, de: Sicherheit } }
subjects:
  location:
    title: { fr: Location, de: Verleih }
    schema: location.schema.json
    id: numéro
stages:
  - stage: remise
    title: { fr: Remise, de: Übergabe }
    steps: [controle]
`,
  'location.schema.json': JSON.stringify({
    type: 'object',
    properties: {
      numéro: { type: 'string' },
      caution: {
        type: 'number',
        minimum: 0,
        title: 'Caution',
        description: 'Somme remise au départ',
      },
      valeur: { type: 'number', minimum: 0, title: 'Valeur du vélo' },
      jour: { type: 'string', format: 'date' },
    },
  }),
  'posts.yaml': `
posts:
  - { post: AGENT, title: { fr: Agent, de: Mitarbeiter }, duties: { fr: Remet le vélo., de: Übergibt das Rad. } }
incompatible: []
`,
  'sources/R-1.md': `# Règlement

\`\`\`yaml
source: R-1
title: { fr: Règlement du parc }
kind: bank
confidence: OWN
\`\`\`

## 1 Caution

Status: manual, l’agent la compte

La caution couvre un dixième de la valeur.
`,
  'dossiers/bon.yaml': `
numéro: L-1
caution: 100
valeur: 1000
jour: 2026-05-01
`,
  'stages/remise/controle/step.yaml': `
step: controle
title: { fr: Contrôle, de: Prüfung }
purpose: { fr: Voir le vélo., de: Das Rad ansehen. }
posts: [AGENT]
rules: [CAU-001]
`,
  'stages/remise/controle/CAU-001-caution.yaml': `
rule: CAU-001
kind: bank
level: mandatory
check: data
status: issued
posts: [AGENT]
title: { fr: Caution suffisante, de: Genug hinterlegt }
risk:
  point: { fr: Le vélo disparaît., de: Das Rad verschwindet. }
  type: securite
  level: high
  control: { fr: Compter., de: Zählen. }
  post: AGENT
asOf: jour
require: caution >= valeur / 10
finding: { fr: 'Caution {caution}', de: 'Hinterlegt {caution}' }
remedy: { when: avant-remise, text: { fr: Compléter la caution., de: Mehr hinterlegen. } }
basis: [R-1#1]
since: new
editions:
  - from: 2000-01-01
`,
  'stages/remise/controle/CAU-001-caution.cases.yaml': `
base: bon
cases:
  - { title: { fr: Au dixième, de: Ein Zehntel }, expect: pass }
  - { title: { fr: Trop peu, de: Zu wenig }, with: { caution: 99 }, expect: fail }
  - { title: { fr: Sans caution, de: Ohne }, without: [caution], expect: { cannot-tell: [caution] } }
  - { title: { fr: Autre siècle, de: Früher }, with: { jour: 1999-12-31 }, expect: not-applicable }
`,
};
