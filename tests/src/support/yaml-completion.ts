import {
  getLanguageService,
  type LanguageService,
} from 'yaml-language-server/out/server/src/languageservice/yamlLanguageService.js';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The functions of an editor with the YAML language server. */
export interface YamlEditor {
  /** The labels of the completions at `|`. */
  completions(text: string): Promise<string[]>;
  /** The text that is shown for the first place of a word. */
  hover(text: string, word: string): Promise<string>;
  /** The messages about a text. */
  problems(text: string): Promise<string[]>;
}

const NOTHING = (): void => undefined;

/** The YAML language server with one schema for every file. */
export function yamlEditor(schema: object): YamlEditor {
  const service = serviceWith(schema);
  let version = 0; // the server caches results by version
  const open = (text: string) => TextDocument.create('file:///a.yaml', 'yaml', ++version, text);
  return {
    completions: async (text) => {
      const document = open(text.replace('|', ''));
      const { items } = await service.doComplete(
        document,
        document.positionAt(text.indexOf('|')),
        false,
      );
      return items.map(({ label }) => label);
    },
    hover: async (text, word) => {
      const document = open(text);
      const hover = await service.doHover(document, document.positionAt(text.indexOf(word)));
      return JSON.stringify(hover?.contents);
    },
    problems: async (text) =>
      (await service.doValidation(open(text), false)).map(({ message }) =>
        typeof message === 'string' ? message : message.value,
      ),
  };
}

function serviceWith(schema: object): LanguageService {
  const service = getLanguageService({
    schemaRequestService: async () => JSON.stringify(schema),
    workspaceContext: { resolveRelativePath: (path) => path },
    telemetry: { send: async () => undefined, sendError: NOTHING, sendTrack: NOTHING },
  });
  const own = { uri: 'file:///schema.json', fileMatch: ['*.yaml'], schema };
  service.configure({ completion: true, validate: true, hover: true, schemas: [own] });
  return service;
}
