import { Chip, type Tone } from '@/components/ui/chip';
import type { EstadoDeCorreo } from '@/lib/correo/schemas';

/** How each state is called and looks. */
export const NOMBRE_DE_ESTADO: Readonly<Record<EstadoDeCorreo, string>> = {
  PENDIENTE: 'Por enviar',
  ENVIADO: 'Enviado',
  FALLIDO: 'Falló',
  VENCIDO: 'Venció',
};

const TONO: Readonly<Record<EstadoDeCorreo, Tone>> = {
  PENDIENTE: 'aviso',
  ENVIADO: 'hecho',
  FALLIDO: 'falta',
  VENCIDO: 'neutro',
};

/** Where a mail is. */
export function EstadoCorreo({ estado }: { estado: EstadoDeCorreo }) {
  return (
    <Chip tone={TONO[estado]} punto>
      {NOMBRE_DE_ESTADO[estado]}
    </Chip>
  );
}
