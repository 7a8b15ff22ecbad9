/** The contract's answers and ontologies as JSON, and the seam through which the application mounts the editor. */

export type Tool =
  | 'category'
  | 'tags'
  | 'box'
  | 'polygon'
  | 'polyline'
  | 'keypoints'
  | 'mask'
  | 'transcript'
  | 'verification';

/** In pixels of the original picture, origin top left. */
export type Point = readonly [x: number, y: number];

export interface Attribute {
  readonly id: string;
  readonly name: string;
  readonly type: 'flag' | 'choice' | 'number' | 'text';
  readonly choices?: readonly string[];
  readonly required?: boolean | null;
  readonly min?: number | null;
  readonly max?: number | null;
}

export interface Skeleton {
  readonly points: readonly string[];
  readonly bones?: readonly { readonly from: number; readonly to: number }[];
}

export interface LabelClass {
  readonly id: string;
  readonly name: string;
  readonly attributes?: readonly Attribute[];
  readonly skeleton?: Skeleton | null;
}

export interface Ontology {
  readonly tool: Tool;
  readonly classes: readonly LabelClass[];
  readonly rotation?: boolean | null;
  readonly verifies?: Tool | null;
}

export type Attributes = Readonly<Record<string, string>>;

interface Labelled {
  readonly classId: string;
  readonly attributes?: Attributes;
}

export interface Box extends Labelled {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Degrees clockwise around its centre, over -180 to 180. */
  readonly rotation?: number;
}

export interface Outline extends Labelled {
  readonly points: readonly Point[];
}

export type Visibility = 'absent' | 'hidden' | 'visible';

export interface Keypoint {
  readonly x: number;
  readonly y: number;
  readonly visibility: Visibility;
}

export interface Figure extends Labelled {
  readonly points: readonly Keypoint[];
}

/** Runs by columns, outside and inside by turns. */
export interface Mask extends Labelled {
  readonly width: number;
  readonly height: number;
  readonly counts: readonly number[];
}

export interface Transcript extends Labelled {
  readonly text: string;
  readonly region?: readonly Point[];
}

export type Answer =
  | { readonly tool: 'category'; readonly classId: string }
  | { readonly tool: 'tags'; readonly classIds: readonly string[] }
  | { readonly tool: 'box'; readonly boxes: readonly Box[] }
  | { readonly tool: 'polygon'; readonly polygons: readonly Outline[] }
  | { readonly tool: 'polyline'; readonly polylines: readonly Outline[] }
  | { readonly tool: 'keypoints'; readonly figures: readonly Figure[] }
  | { readonly tool: 'mask'; readonly masks: readonly Mask[] }
  | { readonly tool: 'transcript'; readonly transcripts: readonly Transcript[] }
  | { readonly tool: 'verification'; readonly correct: boolean };

export type Values = Readonly<Record<string, string | number>>;
export type Text = (key: string, values?: Record<string, string | number>) => string;

export interface Problem {
  /** As the server names it, such as {@code boxes[0] class}; empty where nothing is chosen yet. */
  readonly path: string;
  readonly message: string;
}

/** As the application may keep and change it. */
export type Plain<T> = T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T;

export interface Layer {
  readonly answer: Answer;
  readonly colour: string;
  readonly name: string;
}

export type Preset = 'cvat' | 'labelstudio';

export interface EditorState {
  readonly answer: Plain<Answer> | null;
  readonly problems: Problem[];
  /** Something is begun that is not in the answer. */
  readonly unfinished: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface KeyOptions {
  readonly keys: Preset;
  /** False turns off keys without Ctrl, Alt or Meta (WCAG 2.1.4). */
  readonly singleKeys?: boolean;
  /** Own combinations by command instead of the preset's; none turns a command's keys off. */
  readonly remap?: Readonly<Record<string, readonly string[]>>;
}

export interface EditorOptions extends KeyOptions {
  readonly picture: {
    readonly url: string;
    /** Of the full picture, whatever size is shown of it. */
    readonly width: number;
    readonly height: number;
    /** A larger rendition, fetched once it is zoomed into. */
    readonly sharper?: string;
  };
  readonly ontology: Ontology;
  readonly answer?: Answer | null;
  readonly readonly?: boolean;
  readonly layers?: readonly Layer[];
  /** The application lists answers and layers itself: beside the picture stands nothing but zoom and light. */
  readonly bare?: boolean;
  readonly text: Text;
  readonly onChange: (state: EditorState) => void;
  /** The picture is there, or could not be loaded. */
  readonly onPicture?: (loaded: boolean) => void;
  /** Shows the keys; the editor does where nobody else does. */
  readonly onHelp?: () => void;
}

export interface Editor {
  answer(): Plain<Answer> | null;
  problems(): Problem[];
  command(name: string): void;
  /** All that a reload must not lose, history included; survives JSON and a structured clone. */
  snapshot(): unknown;
  restore(snapshot: unknown): void;
  setReadonly(on: boolean): void;
  setKeys(keys: KeyOptions): void;
  dispose(): void;
}
