import { type CategoriaDeMuestra, deEmpresa, sinCodigo } from './filas';

export const HOGAR: CategoriaDeMuestra = {
  nombre: 'Bebé, hogar y mascotas',
  productos: [
    // Huggies (Perú)
    ...deEmpresa('7751493', [
      [1, 'Pañales Huggies M 20 unidades', 46, 39, 1],
      [2, 'Pañales Huggies G 20 unidades', 49, 41.5, 2],
      [3, 'Pañales Huggies XG 16 unidades', 47, 39.8, 1],
      [11, 'Toallitas húmedas Huggies 48 unidades', 17, 13.8, 2],
    ]),
    // Duracell, Energizer (Estados Unidos)
    ...deEmpresa('0041333', [
      [101, 'Pilas Duracell AA 2 unidades', 19, 15, 2],
      [102, 'Pilas Duracell AAA 2 unidades', 19, 15, 2],
    ]),
    // BIC (Brasil)
    ...deEmpresa('0070330', [
      [1, 'Encendedor BIC', 5, 3.7, 3],
      [11, 'Bolígrafo BIC azul', 2, 1.4, 3],
    ]),
    // Podium
    ...deEmpresa('7772401', [
      [1, 'Alimento Podium perro adulto 1 kg', 24, 19.6, 2],
      [2, 'Alimento Podium cachorro 1 kg', 27, 22, 1],
      [11, 'Alimento Podium gato 1 kg', 32, 26.4, 1],
    ]),
    // Purina (Argentina)
    ...deEmpresa('7613287', [[1, 'Dog Chow adulto 1,5 kg', 58, 49, 1]]),
    ...sinCodigo('unidad', [
      ['Fósforos, caja', 0.5, 0.36, 5],
      ['Vela blanca', 1.5, 1.1, 3],
      ['Bolsa de basura 70 L, paquete de 10', 9, 6.8, 3],
      ['Bolsa de compra', 0.3, 0.2, 8, 'favorito'],
      ['Escoba de paja', 18, 13.5, 1],
      ['Papel aluminio 7,5 m', 10, 7.8, 2],
      ['Vasos desechables, paquete de 25', 7, 5.2, 2],
    ]),
  ],
};
