import { Chip, type Tone } from '@/components/ui/chip';
import type { EstadoDeMensaje } from '@/lib/whatsapp/rules';
import type { EstadoWhatsappDto } from '@/lib/whatsapp/schemas';

const CONEXION = {
  DESCONECTADO: { tone: 'falta', texto: 'Sin conexión' },
  CONECTANDO: { tone: 'aviso', texto: 'Conectando…' },
  ESPERANDO_QR: { tone: 'aviso', texto: 'Esperando el teléfono' },
  CONECTADO: { tone: 'hecho', texto: 'Conectado' },
} as const satisfies Record<EstadoWhatsappDto['estado'], { tone: Tone; texto: string }>;

/** How the connection is, in two words. */
export function ChipConexion({ estado }: { estado: EstadoWhatsappDto }) {
  const { tone, texto } = aspectoDe(estado);
  return (
    <span role="status">
      <Chip tone={tone} punto>
        {texto}
      </Chip>
    </span>
  );
}

function aspectoDe({ encendido, estado, numero }: EstadoWhatsappDto): { tone: Tone; texto: string } {
  if (!encendido) return { tone: 'neutro', texto: 'Servicio apagado' };
  if (estado === 'DESCONECTADO' && numero === null) return { tone: 'neutro', texto: 'Sin vincular' };
  return CONEXION[estado];
}

const MENSAJE = {
  PENDIENTE: { tone: 'aviso', texto: 'En cola' },
  ENVIADO: { tone: 'hecho', texto: 'Enviado' },
  FALLIDO: { tone: 'falta', texto: 'Falló' },
} as const satisfies Record<EstadoDeMensaje, { tone: Tone; texto: string }>;

/** Whether a message went out. */
export function ChipMensaje({ estado }: { estado: EstadoDeMensaje }) {
  const { tone, texto } = MENSAJE[estado];
  return <Chip tone={tone}>{texto}</Chip>;
}
