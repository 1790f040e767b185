import { existsSync } from 'node:fs';
import { join, normalize, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import {
  type CodeAction,
  CodeActionKind,
  CodeLensRefreshRequest,
  type CompletionItem,
  CompletionItemKind,
  type Connection,
  type Diagnostic as Told,
  DiagnosticSeverity,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  type Location,
  LSPErrorCodes,
  MarkupKind,
  type Range,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

import type { Diagnostic } from '../../base/diagnostic.ts';
import { type Language, sayIn, spokenTo } from '../../base/language.ts';
import { positionOf, type Span } from '../../base/source.ts';
import { type Found, foundAt } from '../../editor/at.ts';
import { callHelpAt, type Completion, completionsAt } from '../../editor/complete.ts';
import type { Editing } from '../../editor/editing.ts';
import { fixOf } from '../../editor/fixes.ts';
import { hoverOf } from '../../editor/hover.ts';
import { lensesOf } from '../../editor/lenses.ts';
import { filesNamed, nameOf, renamingOf } from '../../editor/rename.ts';
import { definitionOf, type Sought, soughtOf, usesOf } from '../../editor/uses.ts';
import { isOfStep } from '../../rulebook/folder.ts';
import { packageRoot } from '../../io/rulebook.ts';
import type { Program } from '../../program/ast.ts';
import { editorWords } from '../../words/editor.ts';
import { message, type Problems, wordbooks } from '../../words/messages/messages.ts';
import { today } from '../today.ts';
import { schemaOf } from './schemas.ts';
import { type OpenRulebook, rulebooks } from './rulebooks.ts';

/** Milliseconds without a change before what is wrong is told: changes that come together are one. */
const settled = 30;

/** Milliseconds without a change before all rules are typed again, during which nothing else is answered. */
const rested = 400;

const severities: Readonly<Record<Diagnostic<Problems>['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

const itemKinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  field: CompletionItemKind.Field,
  function: CompletionItemKind.Function,
  definition: CompletionItemKind.Property,
  parameter: CompletionItemKind.Constant,
  variable: CompletionItemKind.Variable,
  word: CompletionItemKind.EnumMember,
  key: CompletionItemKind.Property,
  thing: CompletionItemKind.Reference,
  keyword: CompletionItemKind.Keyword,
};

/** A file of a rulebook, and where in it somebody is. */
interface Place {
  readonly rulebook: OpenRulebook;
  readonly document: TextDocument;
  readonly path: string;
  readonly offset: number;
}

/** What was told of a rulebook last, and of which files. */
interface ToldOf {
  readonly all: readonly Diagnostic<Problems>[];
  readonly files: readonly string[];
}

/**
 * Answers an editor: what is wrong as one writes, what may be written, what is there.
 *
 * @param asked - the language that the command was called with; else that of the editor
 */
export function serve(connection: Connection, asked: Language | undefined): void {
  const documents = new TextDocuments(TextDocument);
  /** What is open, by path: editors write addresses each in their own way. */
  const open = new Map<string, TextDocument>();
  const books = rulebooks((path) => open.get(normalize(path))?.getText());
  let language: Language = asked ?? 'zh';
  let timer: NodeJS.Timeout | undefined;
  /** Of the last answer, for what is asked of one of them. */
  let offered: readonly Completion[] = [];
  let refreshesLenses = false;
  let showsProgress = false;
  let movesFiles = false;
  const told = new Map<OpenRulebook, ToldOf>();

  connection.onInitialize((params) => {
    language = asked ?? languageOf(params);
    const { workspace, window } = params.capabilities;
    const { documentChanges, resourceOperations = [] } = workspace?.workspaceEdit ?? {};
    movesFiles = documentChanges === true && resourceOperations.includes('rename');
    showsProgress = window?.workDoneProgress === true;
    refreshesLenses = workspace?.codeLens?.refreshSupport === true;
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration === true)
      connection.onInitialized(() => {
        const watchers = [{ globPattern: '**/*.{yaml,yml,md,json,csv}' }];
        void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      });
    return capabilities;
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) books.changed(pathOf(uri));
    if (changes.some(({ type }) => type !== FileChangeType.Changed)) books.moved();
    later();
  });
  documents.onDidOpen(({ document }) => {
    open.set(pathOf(document.uri), document);
    books.of(pathOf(document.uri));
    // a file that is new on the disk too
    books.moved();
    later();
  });
  documents.onDidChangeContent(({ document }) => {
    books.changed(pathOf(document.uri));
    later();
  });
  documents.onDidClose(({ document }) => {
    open.delete(pathOf(document.uri));
    books.changed(pathOf(document.uri));
    later();
  });
  documents.onDidSave(({ document }) => books.changed(pathOf(document.uri)));

  connection.onCompletion(({ textDocument, position }) => {
    const place = placeOf(textDocument.uri, position);
    const editing =
      place && editingOf(place, place.rulebook.lastProgram() ?? place.rulebook.program());
    if (!place || !editing) return undefined;
    const { start, end, all } = completionsAt(editing, place.offset);
    offered = all;
    const range = rangeIn(place.document, start, end);
    return {
      // titles are offered to those who write in them, which the first letter tells
      isIncomplete: start === place.offset,
      items: all.map((one, index) => itemOf(one, index, range)),
    };
  });
  connection.onCompletionResolve((item) => {
    const says = offered[item.data as number]?.says?.();
    return says === undefined ? item : { ...item, documentation: markdown(says) };
  });
  connection.onSignatureHelp(({ textDocument, position }) => {
    const place = placeOf(textDocument.uri, position);
    const editing =
      place && editingOf(place, place.rulebook.lastProgram() ?? place.rulebook.program());
    const help = editing && callHelpAt(editing, place.offset);
    if (!help) return undefined;
    const parameters = help.parameters.map(({ label, says }) => ({ label, documentation: says }));
    return {
      signatures: [{ label: help.label, documentation: help.says, parameters }],
      activeSignature: 0,
      activeParameter: help.active,
    };
  });
  connection.onHover(({ textDocument, position }) => {
    const seen = seenAt(textDocument.uri, position);
    const hover =
      seen &&
      hoverOf(seen.found, {
        ...seen,
        path: insideOf(seen),
        language,
        schemaOf,
        today: today(seen.program),
      });
    return hover && { contents: markdown(hover.text), range: rangeOf(hover.span) };
  });
  connection.onDefinition(({ textDocument, position }) => {
    const seen = seenAt(textDocument.uri, position);
    const span = seen?.sought && definitionOf(seen.sought, seen.program);
    return span && locationOf(span);
  });
  connection.onReferences(({ textDocument, position }) => {
    const seen = seenAt(textDocument.uri, position);
    return seen?.sought ? usesOf(seen.sought, seen.program).map(locationOf) : [];
  });
  connection.onPrepareRename(({ textDocument, position }) => {
    const seen = seenAt(textDocument.uri, position);
    const named = seen ? nameOf(seen.sought, seen.program) : 'nothing';
    if (!seen || typeof named === 'string')
      return refuse(wordsNow().refused[typeof named === 'string' ? named : 'nothing']);
    return { range: rangeOf(seen.found.span), placeholder: named.name };
  });
  connection.onRenameRequest(({ textDocument, position, newName }) => {
    const seen = seenAt(textDocument.uri, position);
    return seen ? renamed(seen, newName) : refuse(wordsNow().refused.nothing);
  });
  connection.onCodeAction(({ textDocument, range }) => {
    const place = placeOf(textDocument.uri, range.start);
    return place ? actionsIn(place, place.document.offsetAt(range.end)) : [];
  });
  connection.onCodeLens(({ textDocument }) => {
    const place = placeOf(textDocument.uri, { line: 0, character: 0 });
    if (!place || !isOfStep(insideOf(place))) return [];
    const editing = editingOf(place, place.rulebook.program());
    return !editing
      ? []
      : lensesOf(editing).map(({ span, says }) => ({
          range: rangeOf(span),
          command: { title: says, command: '' },
        }));
  });
  documents.listen(connection);
  connection.listen();

  function addressOf(path: string): string {
    return open.get(normalize(path))?.uri ?? uriOf(path);
  }

  function locationOf(span: Span): Location {
    return { uri: addressOf(span.source.name), range: rangeOf(span) };
  }

  function wordsNow() {
    return sayIn(editorWords, language);
  }

  /** Tells what is wrong with rulebooks that changed, when no more changes come. */
  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const isAll = [...books.all()].map(tellAtOnce).every(Boolean);
      timer = setTimeout(() => void tellAll(), isAll ? 0 : rested);
    }, settled);
  }

  /** @returns whether there is no need to wait with the rest */
  function tellAtOnce(rulebook: OpenRulebook): boolean {
    const some = rulebook.isStale() ? rulebook.atOnce() : undefined;
    if (some) publish(rulebook, some);
    return some === undefined;
  }

  async function tellAll(): Promise<void> {
    for (const rulebook of books.all()) {
      const known = told.get(rulebook);
      const progress =
        known || !showsProgress ? undefined : await connection.window.createWorkDoneProgress();
      progress?.begin(wordsNow().reading);
      const all = rulebook.diagnostics();
      if (known?.all !== all) publish(rulebook, all);
      progress?.done();
    }
    if (refreshesLenses) void connection.sendRequest(CodeLensRefreshRequest.type);
  }

  /** Of files that are open even that nothing is wrong, and with which of their texts. */
  function publish(rulebook: OpenRulebook, all: ToldOf['all']): void {
    const before = told.get(rulebook)?.files ?? [];
    const byFile = Map.groupBy(all, ({ span }) => fileOf(span, rulebook));
    const own = [...open.keys()].filter((path) => books.of(path) === rulebook);
    for (const file of new Set([...own, ...byFile.keys(), ...before])) {
      const uri = addressOf(file);
      const version = open.get(file)?.version;
      const diagnostics = (byFile.get(file) ?? []).map(toldOf);
      void connection.sendDiagnostics({
        uri,
        diagnostics,
        ...(version !== undefined && { version }),
      });
    }
    told.set(rulebook, { all, files: [...byFile.keys()] });
  }

  function toldOf(diagnostic: Diagnostic<Problems>): Told {
    const { code, severity, span, related = [] } = diagnostic;
    const book = sayIn(wordbooks, language);
    const page = join(packageRoot, 'docs', 'codes', `${code}.md`);
    return {
      range: rangeOf(span),
      severity: severities[severity],
      source: 'shouze',
      code,
      message: message(book, diagnostic),
      ...(existsSync(page) && { codeDescription: { href: uriOf(page) } }),
      relatedInformation: related.map((other) => ({
        location: locationOf(other),
        message: book.terms.label.related,
      })),
    };
  }

  function placeOf(uri: string, position: Range['start']): Place | undefined {
    const document = documents.get(uri);
    const path = document && pathOf(uri);
    const rulebook = path === undefined ? undefined : books.of(path);
    if (!document || path === undefined || !rulebook) return undefined;
    return { rulebook, document, path, offset: document.offsetAt(position) };
  }

  function insideOf({ rulebook, path }: Pick<Place, 'rulebook' | 'path'>): string {
    return relative(rulebook.folder, path).replaceAll('\\', '/');
  }

  function editingOf(
    { rulebook, document, path }: Place,
    program: Program | undefined,
  ): Editing | undefined {
    return (
      program && {
        program,
        path: insideOf({ rulebook, path }),
        text: document.getText(),
        sound: rulebook.sound(path),
        language,
        schemaOf,
        today: today(program),
      }
    );
  }

  /** What is at a place of a file as it is now. */
  function seenAt(uri: string, position: Range['start']) {
    const place = placeOf(uri, position);
    const program = place?.rulebook.program();
    if (!place || !program) return undefined;
    const path = insideOf(place);
    const source = program.rulebook.files.get(path);
    const found: Found | undefined = source && foundAt(source, path, place.offset, program);
    return found && { ...place, program, found, sought: soughtOf(found, program) };
  }

  function renamed(
    {
      rulebook,
      program,
      sought,
    }: { rulebook: OpenRulebook; program: Program; sought: Sought | undefined },
    to: string,
  ): WorkspaceEdit | ResponseError {
    const { refused } = wordsNow();
    const named = nameOf(sought, program);
    if (!sought || typeof named === 'string')
      return refuse(refused[typeof named === 'string' ? named : 'nothing']);
    if (rulebook.diagnostics().some(({ severity }) => severity === 'error'))
      return refuse(refused.broken);
    const edits = renamingOf(sought, to, program);
    const declared = definitionOf(sought, program);
    const moved = declared ? filesNamed(named.name, to, declared, program) : [];
    if (moved.length > 0 && !movesFiles) return refuse(refused.file);
    // whether a name is free, and nothing else goes by the old one, only the whole rulebook tells
    const wrong = rulebook.tried(edits, moved).find(({ severity }) => severity === 'error');
    if (wrong) return refuse(refused.wrong(to, message(sayIn(wordbooks, language), wrong)));
    const byFile = Map.groupBy(edits, ({ span }) => addressOf(span.source.name));
    const written = [...byFile].map(
      ([uri, list]) =>
        [
          uri,
          list.map(({ span, text }): TextEdit => ({ range: rangeOf(span), newText: text })),
        ] as const,
    );
    if (!movesFiles) return { changes: Object.fromEntries(written) };
    const inFolder = (path: string) => uriOf(join(rulebook.folder, path));
    return {
      documentChanges: [
        ...written.map(([uri, list]) => ({
          textDocument: { uri, version: documents.get(uri)?.version ?? null },
          edits: list,
        })),
        ...moved.map(({ from, to: by }) => ({
          kind: 'rename' as const,
          oldUri: inFolder(from),
          newUri: inFolder(by),
        })),
      ],
    };
  }

  function actionsIn({ rulebook, document, path, offset }: Place, end: number): CodeAction[] {
    // what was told last, as far as it is of the text as it stands: typing rules for it would take too long
    const text = document.getText();
    const own = (told.get(rulebook)?.all ?? []).filter(
      ({ span: { source } }) => normalize(source.name) === path && source.text === text,
    );
    const fixes = own.flatMap((diagnostic) => {
      const fix = fixOf(diagnostic);
      return fix ? [{ diagnostic, fix }] : [];
    });
    const words = wordsNow();
    const here = fixes
      .filter(({ diagnostic: { span } }) => span.start <= end && span.end >= offset)
      .map(({ diagnostic, fix }): CodeAction => ({
        title: words.replaceBy(fix.text),
        kind: CodeActionKind.QuickFix,
        diagnostics: [toldOf(diagnostic)],
        isPreferred: fix.isCertain,
        edit: { changes: { [document.uri]: [editOf(fix)] } },
      }));
    const certain = new Map(
      fixes.filter(({ fix }) => fix.isCertain).map(({ fix }) => [fix.start, fix]),
    );
    if (certain.size === 0) return here;
    const edits = [...certain.values()].map(editOf);
    const kind = CodeActionKind.SourceFixAll;
    return [...here, { title: words.fixAll, kind, edit: { changes: { [document.uri]: edits } } }];

    function editOf({
      start,
      end: behind,
      text,
    }: {
      start: number;
      end: number;
      text: string;
    }): TextEdit {
      return { range: rangeIn(document, start, behind), newText: text };
    }
  }
}

const capabilities: InitializeResult = {
  serverInfo: { name: 'shouze' },
  capabilities: {
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    completionProvider: {
      resolveProvider: true,
      triggerCharacters: ['.', '"', '{', ' ', '(', '['],
    },
    signatureHelpProvider: { triggerCharacters: ['(', ','] },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] },
    codeLensProvider: {},
  },
};

function languageOf({ initializationOptions, locale = 'zh' }: InitializeParams): Language {
  const { language } = (initializationOptions ?? {}) as { readonly language?: unknown };
  return spokenTo(typeof language === 'string' && language !== '' ? language : locale);
}

function itemOf(
  { label, kind, detail, found, text }: Completion,
  index: number,
  range: Range,
): CompletionItem {
  return {
    label,
    kind: itemKinds[kind],
    ...(detail !== '' && { detail }),
    ...(found !== '' && { filterText: `${label} ${found}` }),
    sortText: String(index).padStart(5, '0'),
    textEdit: { range, newText: text },
    data: index,
  };
}

function markdown(value: string) {
  return { kind: MarkupKind.Markdown, value };
}

function refuse(text: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, text);
}

function rangeOf({ source, start, end }: Span): Range {
  return { start: at(start), end: at(end) };

  function at(offset: number): Range['start'] {
    const { line, column } = positionOf({ source, start: offset });
    return { line: line - 1, character: column - 1 };
  }
}

function rangeIn(document: TextDocument, start: number, end: number): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** What is wrong with a folder is told of its manifest. */
function fileOf({ source: { name } }: Span, { folder }: OpenRulebook): string {
  return name === folder ? join(folder, 'rulebook.yaml') : normalize(name);
}

function pathOf(uri: string): string {
  return uri.startsWith('file:') ? normalize(fileURLToPath(uri)) : uri;
}

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
