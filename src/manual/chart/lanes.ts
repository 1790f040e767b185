/** A chart with a lane for each post (泳道图), from top to bottom, as what it shows and not where. */
export interface LaneChart {
  readonly title: string;
  /** What the shapes mean, below. */
  readonly legend: string;
  readonly lanes: readonly string[];
  /** One below the other; the boxes of a row are in lanes of their own, and are joined by a line. */
  readonly rows: readonly (readonly LaneBox[])[];
  readonly arrows: readonly LaneArrow[];
}

export interface LaneBox {
  /** By which arrows know it. */
  readonly id: string;
  /** Its place among the lanes. */
  readonly lane: number;
  readonly shape: 'step' | 'share' | 'gate';
  readonly lines: readonly BoxLine[];
}

export interface BoxLine {
  readonly text: string;
  /** The title of a box is bold; what leads away from the chart is small, and under dashes where it leads back. */
  readonly as: 'title' | 'plain' | 'rule' | 'from' | 'on' | 'back';
}

export interface LaneArrow {
  readonly from: string;
  readonly to: string;
  /** `back`: a return, dashed, which goes up or around to its own box. */
  readonly kind: 'next' | 'back';
}
