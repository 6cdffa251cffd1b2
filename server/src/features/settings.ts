// The `concordance.*` settings of the editor: how things are shown, never which problems there are. Reads whatever a
// client sends; what has the wrong type keeps its default and is named.

export interface Settings {
  /** Whether problems are shown while typing. */
  readonly diagnosticsEnabled: boolean;
  /** Milliseconds after the last keystroke until the problems are brought up to date, 0…10,000. */
  readonly diagnosticsDelay: number;
  /** How many other statements of a figure, or sections of an actor, a hover lists at most, 1…100. */
  readonly hoverLimit: number;
  /** Whether headings are told how many actors, figures and conflicts their sections have. */
  readonly codeLens: boolean;
  /** Whether figures are followed by their normal form and how often they are stated. */
  readonly inlayHints: boolean;
  /** Whether a client that takes registrations is offered colours for actors, figures and dates. */
  readonly semanticTokens: boolean;
  /** The name that new annotations carry; empty for the one that git knows. */
  readonly annotationAuthor: string;
}

export const defaultSettings: Settings = {
  diagnosticsEnabled: true,
  diagnosticsDelay: 300,
  hoverLimit: 8,
  codeLens: false,
  inlayHints: false,
  semanticTokens: false,
  annotationAuthor: '',
};

export interface ParsedSettings {
  readonly settings: Settings;
  /** One line for every value that was not taken. */
  readonly problems: readonly string[];
}

/** Reads the section `concordance`: `{ "diagnostics": { "delay": 500 } }`. */
export function parseSettings(section: unknown): ParsedSettings {
  const problems: string[] = [];
  if (section !== undefined && section !== null && !isRecord(section))
    problems.push(`The settings under "concordance" must be an object, not ${describe(section)}.`);
  const read = <T>(
    group: string,
    name: string,
    fallback: T,
    expected: string,
    accepts: (value: unknown) => boolean,
  ): T => {
    const values = isRecord(section) ? section[group] : undefined;
    if (values === undefined || values === null) return fallback;
    const value = isRecord(values) ? values[name] : undefined;
    if (isRecord(values) && (value === undefined || value === null)) return fallback;
    if (accepts(value)) return value as T;
    const key = isRecord(values) ? `${group}.${name}` : group;
    const problem = `The setting "concordance.${key}" must be ${isRecord(values) ? expected : 'an object'}, not ${describe(isRecord(values) ? value : values)}.`;
    if (!problems.includes(problem)) problems.push(problem);
    return fallback;
  };
  const readSwitch = (name: string, fallback: boolean): boolean => {
    const value = isRecord(section) ? section[name] : undefined;
    if (value === undefined || value === null) return fallback;
    if (typeof value === 'boolean') return value;
    problems.push(`The setting "concordance.${name}" must be true or false, not ${describe(value)}.`);
    return fallback;
  };
  const settings = {
    diagnosticsEnabled: read('diagnostics', 'enabled', defaultSettings.diagnosticsEnabled, 'true or false', isBoolean),
    diagnosticsDelay: read(
      'diagnostics',
      'delay',
      defaultSettings.diagnosticsDelay,
      'a number from 0 to 10000',
      isWithin(0, 10_000),
    ),
    hoverLimit: read('hover', 'limit', defaultSettings.hoverLimit, 'a number from 1 to 100', isWithin(1, 100)),
    codeLens: readSwitch('codeLens', defaultSettings.codeLens),
    inlayHints: readSwitch('inlayHints', defaultSettings.inlayHints),
    semanticTokens: readSwitch('semanticTokens', defaultSettings.semanticTokens),
    annotationAuthor: read('annotations', 'author', defaultSettings.annotationAuthor, 'a name', isText).trim(),
  };
  return { settings, problems };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isWithin(least: number, most: number): (value: unknown) => boolean {
  return (value) => typeof value === 'number' && value >= least && value <= most;
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return JSON.stringify(value)?.slice(0, 40) ?? 'nothing';
}
