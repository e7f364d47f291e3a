/** Jobs that two threads may begin: whoever claims one first does it. Their numbers count up from 1. */

/** Jobs that may be open at once: each has a place, where its number stands until it is claimed. */
export const MOST_CLAIMS = 1024;

/** Nobody has begun job `number`. Its place is free: the job that had it before has ended. */
export const offer = (claims: Int32Array, number: number): void => void Atomics.store(claims, number % MOST_CLAIMS, number);

/** True for the one of the threads that is to do job `number`. */
export const claim = (claims: Int32Array, number: number): boolean =>
  Atomics.compareExchange(claims, number % MOST_CLAIMS, number, 0) === number;
