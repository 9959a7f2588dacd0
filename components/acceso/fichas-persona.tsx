import { cx } from '@/components/ui/cx';
import { iniciales } from './iniciales';

type Persona = { id_usuario: number; nombre: string };

type FichasPersonaProps = {
  personas: readonly Persona[];
  elegida: number | null;
  onElegir: (idUsuario: number) => void;
};

/** The people who may come to this screen, by name. */
export function FichasPersona({ personas, elegida, onElegir }: FichasPersonaProps) {
  return (
    <ul aria-label="Personas" className="flex w-full flex-wrap justify-center gap-2">
      {personas.map(({ id_usuario, nombre }) => (
        <li key={id_usuario}>
          <button
            type="button"
            aria-pressed={id_usuario === elegida}
            onClick={() => onElegir(id_usuario)}
            className={cx(
              'flex min-h-12 items-center gap-2 rounded-md border px-3 text-sm font-medium',
              id_usuario === elegida
                ? 'border-marca bg-marca-suave text-marca'
                : 'border-borde-fuerte bg-superficie hover:bg-superficie-2',
            )}
          >
            <span
              aria-hidden="true"
              className="grid size-8 shrink-0 place-items-center rounded-full bg-marca text-xs font-semibold text-sobre-marca"
            >
              {iniciales(nombre)}
            </span>
            <span className="max-w-40 truncate">{nombre}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
