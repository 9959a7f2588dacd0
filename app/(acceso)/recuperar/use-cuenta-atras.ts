import { useCallback, useEffect, useState } from 'react';

/** Seconds left of a wait that begins at once, and what begins it again. */
export function useCuentaAtras(segundos: number): [resta: number, empezar: () => void] {
  const [hasta, setHasta] = useState(() => Date.now() + segundos * 1000);
  const [resta, setResta] = useState(segundos);
  useEffect(() => {
    const mirar = () => setResta(Math.max(0, Math.ceil((hasta - Date.now()) / 1000)));
    mirar();
    const reloj = setInterval(mirar, 500);
    return () => clearInterval(reloj);
  }, [hasta]);
  const empezar = useCallback(() => setHasta(Date.now() + segundos * 1000), [segundos]);
  return [resta, empezar];
}
