/** From where and when a question is asked. */
export interface Standpoint {
  /** UTC ms. */
  readonly now: number;
  /** IANA zone of the person. */
  readonly zone: string;
  /** First day of the week, Monday = 1. */
  readonly weekStart: number;
}
