import { faltaDePassword } from '@/lib/instalacion/rules';

/** What the wizard holds while it is filled. */
export type Datos = {
  tienda: string;
  sucursal: string;
  direccion: string;
  telefono: string;
  nombres: string;
  p_apellido: string;
  s_apellido: string;
  fecha_nacimiento: string;
  genero: string;
  email: string;
  password: string;
  clave: string;
};

export type Campo = keyof Datos;

export const DATOS_VACIOS: Datos = {
  tienda: '',
  sucursal: 'Casa matriz',
  direccion: '',
  telefono: '',
  nombres: '',
  p_apellido: '',
  s_apellido: '',
  fecha_nacimiento: '',
  genero: 'F',
  email: '',
  password: '',
  clave: '',
};

/** The steps and the fields of each, in order. */
export const PASOS = [
  { titulo: 'La tienda', campos: ['tienda', 'sucursal', 'direccion', 'telefono'] },
  {
    titulo: 'Quien la dirige',
    campos: ['nombres', 'p_apellido', 's_apellido', 'fecha_nacimiento', 'genero', 'email', 'password'],
  },
  { titulo: 'La clave', campos: ['clave'] },
] as const satisfies readonly { titulo: string; campos: readonly Campo[] }[];

const OPCIONALES: readonly Campo[] = ['direccion', 'telefono', 's_apellido'];

/** What a step still lacks, by field; the server checks the rest. */
export function faltasDelPaso(paso: number, datos: Datos): Partial<Record<Campo, string>> {
  const faltas: Partial<Record<Campo, string>> = {};
  for (const campo of PASOS[paso]?.campos ?? []) {
    if (!OPCIONALES.includes(campo) && datos[campo].trim() === '') faltas[campo] = 'Falta este dato.';
  }
  if (paso !== 1) return faltas;
  if (!faltas.email && !/^\S+@\S+\.\S+$/.test(datos.email.trim())) faltas.email = 'El correo no es válido.';
  const password = faltaDePassword(datos.password, datos.email);
  if (!faltas.password && password) faltas.password = password;
  return faltas;
}

/** The first step that has something wrong, or `null`. */
export function pasoCon(faltas: Readonly<Record<string, string>>): number | null {
  const paso = PASOS.findIndex(({ campos }) => campos.some((campo) => campo in faltas));
  return paso < 0 ? null : paso;
}
