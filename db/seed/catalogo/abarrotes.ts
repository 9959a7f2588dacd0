import { type CategoriaDeMuestra, deEmpresa, sinCodigo } from './filas';

export const ABARROTES: CategoriaDeMuestra = {
  nombre: 'Abarrotes',
  productos: [
    ...sinCodigo('kg', [
      ['Arroz grano de oro a granel', 14, 11.8, 7, 'favorito'],
      ['Azúcar blanca a granel', 8.5, 7.4, 6, 'favorito'],
      ['Lenteja a granel', 15, 12.2, 3],
      ['Poroto a granel', 16, 12.8, 2],
      ['Maní crudo a granel', 24, 19.5, 2],
      ['Quinua real a granel', 22, 17.4, 2],
      ['Chuño a granel', 36, 28, 2],
    ]),
    // Guabirá
    ...deEmpresa('7771401', [
      [1, 'Azúcar Guabirá 1 kg', 9, 7.9, 7],
      [2, 'Azúcar Guabirá 5 kg', 43, 38.5, 2],
      [5, 'Azúcar morena Guabirá 1 kg', 9.5, 8.2, 2],
    ]),
    // CAISY
    ...deEmpresa('7771402', [
      [1, 'Arroz CAISY 1 kg', 16, 13.8, 5],
      [2, 'Arroz CAISY 5 kg', 76, 67, 2],
    ]),
    // Princesa
    ...deEmpresa('7771403', [
      [11, 'Harina blanca Princesa 1 kg', 9.5, 8.1, 4],
      [21, 'Sémola Princesa 400 g', 6.5, 5.2, 2],
      [22, 'Maicena Princesa 200 g', 6, 4.8, 3],
      [31, 'Quinua Princesa 400 g', 14, 11.2, 2],
      [41, 'Api morado Princesa 400 g', 10, 7.8, 2],
      [51, 'Pan rallado Princesa 300 g', 7.5, 5.9, 2],
    ]),
    // Famosa, harina
    ...deEmpresa('7771501', [[201, 'Harina Famosa 1 kg', 9, 7.7, 4]]),
    // Sal Rosario
    ...deEmpresa('7771404', [
      [1, 'Sal yodada Rosario 1 kg', 3, 2.2, 5],
      [2, 'Sal fina Rosario 500 g', 2, 1.45, 2],
    ]),
    // Fleischmann (Perú)
    ...deEmpresa('7750243', [[41, 'Polvo de hornear Royal 50 g', 5, 3.9, 2]]),
    // Kris, postres
    ...deEmpresa('7771601', [
      [301, 'Gelatina Kris frutilla 150 g', 7, 5.5, 3],
      [302, 'Gelatina Kris limón 150 g', 7, 5.5, 2],
      [311, 'Flan Kris vainilla 100 g', 6.5, 5.1, 2],
    ]),
  ],
};
