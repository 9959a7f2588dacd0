import type { DatosDePlantilla } from '@/lib/mail/plantillas';
import { Boton, type DeLaTienda, Marco, Parrafo } from './marco';

/** Somebody can sign in from today on. */
export function Bienvenida({ tienda, nombre, enlace }: DatosDePlantilla['bienvenida'] & DeLaTienda) {
  return (
    <Marco
      tienda={tienda}
      titulo={`Le damos la bienvenida, ${nombre}`}
      resumen={`${tienda} le abrió un usuario.`}
      pie="Si no trabaja en esta tienda, no haga nada: sin usted nadie puede ingresar con este correo."
    >
      <Parrafo>{tienda} le abrió un usuario en su punto de venta. Ingrese con este correo.</Parrafo>
      <Boton href={enlace}>Ingresar</Boton>
      <Parrafo menor>La primera vez se pide una contraseña propia. No la comparta con nadie.</Parrafo>
    </Marco>
  );
}
