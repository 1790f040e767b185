/** What can be wrong with appraisals (考评表) that came back with objections. */
export interface AppraisalProblems {
  /**
   * `not-a-sheet`: no column of lines and objections. `other-sheet`: of another scheme or period. `unknown-line`: nothing
   * that is told of that person.
   */
  'appraisal/objection': {
    readonly reason: 'not-a-sheet' | 'other-sheet' | 'unknown-line';
    /** The file, the sheet that it is of, or the line. */
    readonly what: string;
  };
}
