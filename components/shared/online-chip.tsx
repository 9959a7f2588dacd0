'use client';

import { Chip, type Tone } from '@/components/ui/chip';
import type { Canal, EstadoConexion } from '@/lib/realtime/browser/connection';
import { useEventos } from './use-eventos';

const ASPECTO: Record<EstadoConexion, { tone: Tone; texto: string }> = {
  conectando: { tone: 'neutro', texto: 'Conectando…' },
  en_linea: { tone: 'hecho', texto: 'En línea' },
  sin_conexion: { tone: 'falta', texto: 'Sin conexión' },
  sin_sesion: { tone: 'aviso', texto: 'Sesión terminada' },
};

/** Whether the server is there, by what it acknowledged; it also keeps what the page shows up to date. */
export function OnlineChip({ canal }: { canal: Canal }) {
  const { tone, texto } = ASPECTO[useEventos(canal)];
  return (
    <span role="status">
      <Chip tone={tone} punto>
        {texto}
      </Chip>
    </span>
  );
}
