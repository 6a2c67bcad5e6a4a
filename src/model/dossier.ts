import type {ConfidentialityClass} from './confidentiality.ts'
import type {Outcome} from './rule.ts'

/** Where a statement came from. At least one on every node that states a fact. */
export type Provenance =
  | {
      readonly type: 'record'
      readonly kind: string
      readonly id: string
      readonly file: string
      readonly line: number
      readonly root?: string
      /** Its number in the dossier's list of sources, from 1; printed instead of file and commit. */
      readonly number?: number
      /** Commit that first held the record, abbreviated to 12; left out where history is not read. */
      readonly commit?: string
    }
  | {readonly type: 'exhibit'; readonly label: string}
  | {readonly type: 'authority'; readonly id: string}
  | {readonly type: 'test'; readonly rule: string; readonly productLine?: string}
  | {readonly type: 'git'; readonly commit: string}
  /** Wording of the tool itself: limits, headings, method. */
  | {readonly type: 'tool'}

interface NodeBase {
  readonly class: ConfidentialityClass
  readonly provenance: readonly Provenance[]
}

/** Text with optional emphasis; renderers wrap it and never interpret markup inside `text`. */
export interface Run {
  readonly text: string
  readonly style?: 'strong' | 'emphasis' | 'code'
}

export interface Heading extends NodeBase {
  readonly type: 'heading'
  /** 1: part or section (starts a page and a bookmark); 2 and 3 below it. */
  readonly level: 1 | 2 | 3
  /** Section number as printed, such as `7`; left out for front and back matter. */
  readonly number?: string
  readonly text: string
  /** Anchor, unique in the dossier: `s7`, `adverse-facts`. */
  readonly id: string
}

export interface Paragraph extends NodeBase {
  readonly type: 'paragraph'
  /** `note`: small and grey. `callout`: set off by a rule at the left, for limits and warnings. */
  readonly style: 'body' | 'lead' | 'note' | 'callout'
  readonly runs: readonly Run[]
}

export interface List extends NodeBase {
  readonly type: 'list'
  readonly ordered: boolean
  readonly items: readonly ListItem[]
}

export interface ListItem {
  readonly runs: readonly Run[]
  /** Class of this item alone; the class of its block when left out. */
  readonly class?: ConfidentialityClass
  readonly provenance: readonly Provenance[]
}

export interface Cell {
  readonly text: string
  /** Prints a mark of the outcome, with its word, never by colour alone. */
  readonly outcome?: Outcome
  readonly strong?: boolean
  /**
   * States what the row's records hold. Where the row is withheld, only such cells are, and the
   * row stays; a row without one goes.
   */
  readonly detail?: boolean
}

export interface DossierTable extends NodeBase {
  readonly type: 'table'
  readonly caption: string
  readonly columns: readonly {
    readonly title: string
    /** Share of the width; all columns sum to 1. */
    readonly width: number
    readonly align?: 'left' | 'right'
    /** `code`: monospaced and breakable anywhere, for hashes and paths. */
    readonly style?: 'text' | 'code'
  }[]
  readonly rows: readonly {
    readonly cells: readonly Cell[]
    /** Class of this row alone; the class of the table when left out. */
    readonly class?: ConfidentialityClass
    readonly provenance: readonly Provenance[]
  }[]
}

/** Label and value pairs, such as the facts of a cover or of an organisation. */
export interface Facts extends NodeBase {
  readonly type: 'facts'
  readonly items: readonly {
    readonly label: string
    readonly text: string
    /** Class of this fact alone; the class of its block when left out. */
    readonly class?: ConfidentialityClass
    readonly provenance: readonly Provenance[]
  }[]
}

/** Dated events in lanes: committees and enforcement. */
export interface Timeline extends NodeBase {
  readonly type: 'timeline'
  readonly caption: string
  readonly from: string
  readonly to: string
  readonly lanes: readonly {
    readonly title: string
    readonly events: readonly {
      readonly date: string
      readonly label: string
      /** Class of this event alone; the class of the timeline when left out. */
      readonly class?: ConfidentialityClass
      readonly provenance?: readonly Provenance[]
    }[]
  }[]
}

export type Block = Heading | Paragraph | List | DossierTable | Facts | Timeline

/** The whole document: what every renderer draws and nothing else. */
export interface Dossier {
  readonly schemaVersion: 1
  readonly title: string
  readonly subtitle: string
  readonly network: string
  readonly asOf: string
  readonly commit: string | null
  readonly toolVersion: string
  readonly rulesVersion: string
  /** Printed on every page where the tree read was not wholly committed. */
  readonly draft: string | null
  /** Printed on every page of sample or reconstructed data. */
  readonly mark: string | null
  readonly cover: {
    readonly legend: readonly string[]
    readonly facts: readonly {readonly label: string; readonly text: string}[]
  }
  readonly blocks: readonly Block[]
  /**
   * The records cited, in the order in which they are first cited; the number of one is its place,
   * from 1. Renderers print number and line, and the part `sources` tells what each is.
   */
  readonly sources?: readonly CitedRecord[]
}

/** A record as a source: where it is, and the commit that first held it. */
export type CitedRecord = Omit<
  Extract<Provenance, {readonly type: 'record'}>,
  'type' | 'line' | 'number'
>

export interface Renderer {
  readonly format: 'pdf' | 'html' | 'json'
  readonly mediaType: string
  readonly render: (dossier: Dossier) => Promise<Uint8Array>
}
