'use client';

import { useEffect, useState } from 'react';
import { segundosHasta } from '@/lib/aprobacion/rules';

/** Minutes and seconds left until an instant, going down; nothing where it does not expire. */
export function TiempoRestante({ vence }: { vence: string | null }) {
  const [ahora, setAhora] = useState<Date | null>(null);
  useEffect(() => {
    setAhora(new Date());
    const reloj = setInterval(() => setAhora(new Date()), 1_000);
    return () => clearInterval(reloj);
  }, []);
  if (!vence || !ahora) return null;
  const segundos = segundosHasta(new Date(vence), ahora);
  const texto = `${Math.floor(segundos / 60)}:${String(segundos % 60).padStart(2, '0')}`;
  return <span className="num">{segundos === 0 ? 'Venció' : `Quedan ${texto}`}</span>;
}
