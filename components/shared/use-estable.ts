import { useCallback, useEffect, useRef } from 'react';

/** The same function at each render, which does what the last render's does: what gets it is not drawn again for it. */
export function useEstable<A extends unknown[]>(acto: (...args: A) => void): (...args: A) => void {
  const ultimo = useRef(acto);
  useEffect(() => {
    ultimo.current = acto;
  });
  return useCallback((...args: A) => ultimo.current(...args), []);
}
