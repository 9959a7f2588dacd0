import { Chip } from '@/components/ui/chip';
import type { UsuarioDto } from '@/lib/usuario/schemas';

/** Whether a person works here, and whether they still use a password that somebody gave them. */
export function ChipUsuario({ usuario }: { usuario: Pick<UsuarioDto, 'estado' | 'debe_cambiar_clave'> }) {
  if (!usuario.estado) return <Chip punto>De baja</Chip>;
  if (usuario.debe_cambiar_clave) {
    return (
      <Chip tone="aviso" punto>
        Sin clave propia
      </Chip>
    );
  }
  return (
    <Chip tone="hecho" punto>
      Activa
    </Chip>
  );
}
