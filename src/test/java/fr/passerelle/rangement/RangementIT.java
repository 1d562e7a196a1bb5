package fr.passerelle.rangement;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.mapping.SourceMapping.ColonneMapping;
import fr.passerelle.mapping.SourceMapping.TableMapping;
import fr.passerelle.mapping.TypeColonne;
import fr.passerelle.plateforme.MaisonDeTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows given and rows that PostgreSQL holds. */
class RangementIT {

	private static final TableMapping TABLE = new TableMapping("essai", "E",
			List.of(colonne("a", false), colonne("b", false), colonne("l", true)));

	private static final SourceMapping SOURCE = new SourceMapping("ESSAI", "essai", "STS", Set.of("R"), Set.of(),
			Set.of(), false, null, false, false, Map.of(), null, null, Set.of("E"), List.of(TABLE), Set.of(), 1,
			List.of(), Set.of(), "aucun essai");

	private final DataSource base = MaisonDeTest.baseNeuve();

	@Test
	void everyCharacterOfUnicodeComesBack() throws SQLException {
		List<String> tous = new ArrayList<>();
		StringBuilder texte = new StringBuilder();
		for (int point = 1; point <= Character.MAX_CODE_POINT; point++) {
			if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
				texte.appendCodePoint(point);
			}
			if (texte.length() > 50_000 || point == Character.MAX_CODE_POINT) {
				tous.add(texte.toString());
				texte.setLength(0);
			}
		}
		String[][] rangees = tous.stream().map((t) -> new String[] { t, null, null }).toArray(String[][]::new);

		assertThat(relire("a", rangees)).isEqualTo(tous);
	}

	@Test
	void whatCopyWouldTakeForItsOwnSignsComesBackToo() throws SQLException {
		String[] malins = { "\\", "\\N", "\\.", "a\tb", "a\nb", "a\r\nb", "\\t", "", "'", "\"", "\u007f", "\b" };
		String[][] rangees = Arrays.stream(malins).map((t) -> new String[] { t, "x", "{}" }).toArray(String[][]::new);

		assertThat(relire("a", rangees)).containsExactly(malins);
	}

	@Test
	void absentAndEmptyAreNotTheSame() throws SQLException {
		assertThat(relire("concat(a IS NULL, ' ', a = '', ' ', l IS NULL, ' ', cardinality(l))",
				new String[] { null, "x", null }, new String[] { "", "x", "{}" }, new String[] { "y", "x", "{\"\"}" }))
			.containsExactly("t  t ", "f t f 0", "f f f 1");
	}

	@Test
	void quotesAndBackslashesOfAnArrayComeBack() throws SQLException {
		assertThat(relire("array_to_string(l, '|')",
				new String[] { "a", null, "{\"d\\\"e\",\"f\\\\g\",\"h\ti\",\"NULL\"}" }))
			.containsExactly("d\"e|f\\g|h\ti|NULL");
	}

	@Test
	void aValueLargerThanTheBufferComesBackWhole() throws SQLException {
		String grand = "é\\".repeat(400_000);

		assertThat(relire("a", new String[] { grand, null, null }, new String[] { "suivant", null, null }))
			.containsExactly(grand, "suivant");
	}

	@Test
	void sameValuesHaveTheSameHashAndOthersAnother() throws SQLException {
		List<String> empreintes = relire("empreinte::text", new String[] { "a", "bc", "{}" },
				new String[] { "a", "bc", "{}" }, new String[] { "ab", "c", "{}" }, new String[] { null, "x", null },
				new String[] { "\\N", "x", null }, new String[] { "", "x", null }, new String[] { "a\tb", "c", null },
				new String[] { "a", "b\tc", null }, new String[] { "a", "bc", "{\"\"}" });

		assertThat(empreintes.get(0)).isEqualTo(empreintes.get(1));
		assertThat(empreintes.subList(1, empreintes.size())).doesNotHaveDuplicates();
	}

	@Test
	void rankAndLineGoWithTheRowAndTheNextDepositFindsTheTableEmpty() throws SQLException {
		try (Connection connexion = this.base.getConnection()) {
			connexion.setAutoCommit(false);
			Rangement rangement = new Rangement(connexion, SOURCE);
			rangement.ligne(TABLE, new String[] { "a", "b", "{}" }, 7, 12);
			rangement.terminer();

			assertThat(lire(connexion, "rang || ' ' || ligne")).containsExactly("7 12");
			assertThat(rangement.lignes("essai")).isEqualTo(1);
			connexion.commit();
			assertThat(new Rangement(connexion, SOURCE).lignes("essai")).isZero();
			assertThat(lire(connexion, "a")).isEmpty();
		}
	}

	@Test
	void aLargeTableIsFoundEmptyAndItsFileIsGivenBack() throws SQLException {
		try (Connection connexion = this.base.getConnection()) {
			connexion.setAutoCommit(false);
			Rangement rangement = new Rangement(connexion, SOURCE);
			for (int i = 0; i < 5_000; i++) {
				rangement.ligne(TABLE, new String[] { "valeur " + i, null, "{}" }, i, i);
			}
			rangement.terminer();
			connexion.commit();
			new Rangement(connexion, SOURCE);

			assertThat(lire(connexion, "a")).isEmpty();
			try (Statement requete = connexion.createStatement();
					ResultSet taille = requete.executeQuery("SELECT pg_relation_size('pg_temp.essai')")) {
				taille.next();
				assertThat(taille.getLong(1)).isZero();
			}
		}
	}

	@Test
	void manyRowsAllArriveInTheirOrder() throws SQLException {
		String[][] rangees = new String[20_000][];
		for (int i = 0; i < rangees.length; i++) {
			rangees[i] = new String[] { "valeur " + i, null, "{}" };
		}

		assertThat(relire("a", rangees)).hasSize(20_000).endsWith("valeur 19999").doesNotHaveDuplicates();
	}

	private List<String> relire(String expression, String[]... rangees) throws SQLException {
		try (Connection connexion = this.base.getConnection()) {
			connexion.setAutoCommit(false);
			Rangement rangement = new Rangement(connexion, SOURCE);
			for (int i = 0; i < rangees.length; i++) {
				rangement.ligne(TABLE, rangees[i], i + 1, i);
			}
			rangement.terminer();
			return lire(connexion, expression);
		}
	}

	private static List<String> lire(Connection connexion, String expression) throws SQLException {
		List<String> lues = new ArrayList<>();
		try (Statement requete = connexion.createStatement();
				ResultSet lignes = requete.executeQuery("SELECT " + expression + " FROM essai ORDER BY rang")) {
			while (lignes.next()) {
				lues.add(lignes.getString(1));
			}
		}
		return lues;
	}

	private static ColonneMapping colonne(String nom, boolean liste) {
		return new ColonneMapping(nom, List.of("X"), null, TypeColonne.TEXTE, false, liste, Map.of());
	}

}
