import { Text } from '@react-email/text';
import type { DatosDePlantilla } from '@/lib/mail/plantillas';
import { estilo } from './estilo';
import { type DeLaTienda, Marco, Parrafo } from './marco';

/** The code that proves whose mail it is. */
export function Codigo({ tienda, nombre, codigo, minutos }: DatosDePlantilla['codigo'] & DeLaTienda) {
  return (
    <Marco
      tienda={tienda}
      titulo="Código para cambiar su contraseña"
      resumen={`Vale ${minutos} minutos.`}
      pie="Si no lo pidió, no haga nada: su contraseña sigue siendo la misma."
    >
      <Parrafo>{nombre}, escriba este código en la pantalla donde lo pidió:</Parrafo>
      <Text className="suave tinta" style={estilo.codigo}>
        {codigo}
      </Text>
      <Parrafo>Vale {minutos} minutos y una sola vez.</Parrafo>
      <Parrafo menor>Nadie de la tienda le pedirá este código.</Parrafo>
    </Marco>
  );
}
