import type { Program } from '../../src/program/ast.ts';
import { ajv } from './ajv.ts';
import { celJs } from './cel.ts';
import { expressionOf } from './expression.ts';
import { feelin } from './feelin.ts';
import { jsonLogicEngine } from './json-logic-engine.ts';
import { jsonRulesEngine } from './json-rules-engine.ts';
import type { Peer, PeerRule } from './peer.ts';
import { zenEngine } from './zen.ts';

export interface PeerDoor {
  /** The package in `bench/package.json`. */
  readonly name: string;
  readonly open: (rules: readonly PeerRule[]) => Promise<Peer>;
}

export const peers: readonly PeerDoor[] = [
  { name: 'json-logic-engine', open: jsonLogicEngine },
  { name: 'ajv', open: ajv },
  { name: '@marcbachmann/cel-js', open: celJs },
  { name: '@gorules/zen-engine', open: zenEngine },
  { name: 'json-rules-engine', open: jsonRulesEngine },
  { name: 'feelin', open: feelin },
];

/** The rules of a program as other engines get them. */
export function peerRules(program: Program): readonly PeerRule[] {
  const day = { kind: 'path', names: ['loan', 'appliedOn'] } as const;
  return program.rules.map(({ id, editions: [edition] }) => {
    if (!edition?.require) throw new Error(`${id} has nothing to require`);
    return {
      id,
      when: edition.when && expressionOf(edition.when.core, program, day),
      require: expressionOf(edition.require.core, program, day),
    };
  });
}
