package fr.passerelle.publication.aaf;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.mapping.Mappings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A right parcel in which one thing is broken, as importers choke on it or lose it. */
class ControleAafTest {

	private static final Catalogue CATALOGUE = Catalogue.lire(new Mappings(Path.of("mappings")));

	@TempDir
	private Path dossier;

	@Test
	void aRightParcelIsAcceptedAndCounted() {
		Controle controle = ParcelleDEssai.dans(this.dossier).controler();

		assertThat(controle.fautes().phrases(CATALOGUE)).isEmpty();
		assertThat(controle.comptes()).isEqualTo(Map.of("MatiereEducNat", 1L, "MefEducNat", 1L, "EtabEducNat", 1L,
				"PersRelEleve", 1L, "Eleve", 1L, "PersEducNat", 1L));
		assertThat(controle.effectifs()).isEqualTo(Map.of("0759901E", Map.of("Eleve", 1L, "PersEducNat", 1L)));
		assertThat(controle.uais()).containsExactly("0759901E");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"Eleve | <attr name=\"ENTPersonStructRattach\"><value>7001</value> | <attr name=\"ENTPersonStructRattach\"><value/> | AAF_NOMBRE",
			"Eleve | <value>7001</value></attr> | <value>7001</value><value>7002</value></attr> | AAF_NOMBRE AAF_REFERENCE",
			"Eleve | <value>14/02/2014</value> | <value/> | AAF_NOMBRE", "Eleve | 14/02/2014 | 31/02/2014 | AAF_VALEUR",
			"Eleve | 14/02/2014 | 2014-02-14 | AAF_VALEUR", "Eleve | 7001$6A< | 7001$6A$6B< | AAF_JETONS",
			"Eleve | 7001$6A< | 7009$6A< | AAF_REFERENCE", "Eleve | 7001$6A< | 7001$6a< | AAF_REFERENCE",
			"Eleve | 7001$6A< | 7001$6A < | AAF_VALEUR", "Eleve | 7001$6ALL1 | 7001$6ALL2 | AAF_REFERENCE",
			"Eleve | 820001$10$1$1$1$1 | 820001$10$1$1$1 | AAF_JETONS",
			"Eleve | 820001$10$1$1$1$1 | 820001$10$1$3$1$1 | AAF_VALEUR",
			"Eleve | 820001$10$1$1$1$1 | 820009$10$1$1$1$1 | AAF_REFERENCE",
			"Eleve | 10010012110 | 10010012111 | AAF_REFERENCE",
			"Eleve | \"sn\" | \"surname\" | AAF_ATTRIBUT_INCONNU AAF_ATTRIBUT_ABSENT AAF_NOMBRE",
			"Eleve | <value>Eleve</value> | <value>PersRelEleve</value> | AAF_OPERATION",
			"Eleve | <id>810001</id> | <id>810002</id> | AAF_JOINTURE",
			"Eleve | <attr name=\"ENTEleveCodeEnseignements\"><value/> | <attr name=\"ENTEleveCodeEnseignements\"><value>061300</value> | AAF_PARALLELES",
			"Eleve | <attributes> | <attributs> | AAF_STRUCTURE",
			"Eleve | <value>Maëlys</value> | <value>Ma&#235;lys</value> | AAF_REFERENCE_NUMERIQUE",
			"Eleve | <!DOCTYPE ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\"> | <!-- --> | AAF_DTD",
			"EtabEducNat | 0759901E | 0759901e | AAF_UAI", "EtabEducNat | 0759901E | 0759901A | AAF_UAI",
			"EtabEducNat | SIXIEME A$ | SIXIEME $A$ | AAF_VALEUR",
			"EtabEducNat | 6A$SIXIEME A$10010012110</value> | 6A$SIXIEME A$10010012110</value><value>6A$SIXIEME$10010012110</value> | AAF_REPETITION",
			"EtabEducNat | ALLEMAND 6E$6A | ALLEMAND 6E$6C | AAF_REFERENCE",
			"EtabEducNat | <value>6ALL1$ALLEMAND 6E$6A</value> | <value/> | AAF_REFERENCE",
			"MefEducNat | <value>21110010001</value> | <value/> | AAF_NOMBRE",
			"MatiereEducNat | 061300 | 061301 | AAF_REFERENCE",
			"PersEducNat | <value>7001$ENS$ENSEIGNEMENT$L1300$MATHEMATIQUES</value> | <value/> | AAF_NOMBRE",
			"PersEducNat | 7001$ENS$ENSEIGNEMENT$L1300$MATHEMATIQUES | 7001$ENS$ENSEIGNEMENT | AAF_JETONS",
			"PersEducNat | 7001$6A$061300 | 7001$6A$069999 | AAF_REFERENCE",
			"PersRelEleve | <value>Sidonie</value> | <value/> | AAF_NOMBRE" })
	void whatImportersChokeOnOrLoseStopsTheParcel(String categorie, String avant, String apres, String codes) {
		Controle controle = ParcelleDEssai.dans(this.dossier).changer(categorie, avant, apres).controler();

		assertThat(controle.fautes().codes()).containsExactly(codes.split(" "));
	}

	@Test
	void aFileThatBeginsWithAByteOrderMarkStopsTheParcel() {
		ParcelleDEssai parcelle = ParcelleDEssai.dans(this.dossier);
		parcelle.changer("Eleve", "<?xml", "\uFEFF<?xml");

		assertThat(parcelle.controler().fautes().codes()).containsExactly("AAF_BOM");
	}

	@Test
	void bytesOfAnotherEncodingStopTheParcel() {
		ParcelleDEssai parcelle = ParcelleDEssai.dans(this.dossier);
		String texte = new String(parcelle.octets("Eleve"), StandardCharsets.UTF_8);
		parcelle.octets("Eleve", texte.getBytes(Charset.forName("ISO-8859-15")));

		assertThat(parcelle.controler().fautes().codes()).containsExactly("AAF_ENCODAGE");
	}

	@Test
	void theSameIdentifierTwiceStopsTheParcel() {
		ParcelleDEssai parcelle = ParcelleDEssai.dans(this.dossier);
		String texte = new String(parcelle.octets("Eleve"), StandardCharsets.UTF_8);
		String fiche = texte.substring(texte.indexOf("<addRequest>"), texte.indexOf("</ficAlimMENESR>"));
		parcelle.changer("Eleve", fiche, fiche + fiche);

		assertThat(parcelle.controler().fautes().codes()).containsExactly("AAF_IDENTIFIANT");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ficAlimMENESR.dtd", "ENT2D_Complet_20260901_MefEducNat_0000.xml" })
	void aMissingFileStopsTheParcel(String fichier) throws Exception {
		ParcelleDEssai parcelle = ParcelleDEssai.dans(this.dossier);
		Files.delete(this.dossier.resolve(fichier));

		assertThat(parcelle.controler().fautes().codes()).first()
			.isEqualTo(fichier.endsWith("dtd") ? "AAF_DTD" : "AAF_FICHIER");
	}

	@Test
	void aFileThatIsNotOneOfTheFeedStopsTheParcel() throws Exception {
		ParcelleDEssai parcelle = ParcelleDEssai.dans(this.dossier);
		Files.writeString(this.dossier.resolve("notes.txt"), "");

		assertThat(parcelle.controler().fautes().codes()).containsExactly("AAF_FICHIER");
	}

	@Test
	void aFileLongerThanTheSettingStopsTheParcel() {
		ParcelleDEssai.dans(this.dossier);

		assertThat(new Controle(ParcelleDEssai.CATEGORIES, 0).lire(this.dossier).fautes().codes())
			.containsExactly("AAF_FICHIER");
	}

	@Test
	void aSchoolThatLosesTooMuchStopsTheParcel() {
		AafSettings.Disparition limite = new AafSettings.Disparition(10, 10);
		Controle controle = ParcelleDEssai.dans(this.dossier).controler();

		controle.comparer(Map.of("0759901E", Map.of("Eleve", 10L, "PersEducNat", 11L), "0750002V", Map.of("Eleve", 9L)),
				null, limite);

		assertThat(controle.fautes().phrases(CATALOGUE)).containsExactly(
				"AAF_DISPARITION : 0759901E : 1 enregistrements PersEducNat au lieu de 11 dans le dernier complet publié.");
	}

	@Test
	void aSchoolThatIsNoLongerTheConsumersHasLostNothing() {
		Controle controle = ParcelleDEssai.dans(this.dossier).controler();

		controle.comparer(Map.of("0750002V", Map.of("Eleve", 900L)), Set.of("0759901E"),
				new AafSettings.Disparition(10, 10));

		assertThat(controle.fautes().aucune()).isTrue();
	}

	@Test
	void theSameFaultInEveryRecordIsToldTwentyTimesThenCounted() {
		Fautes fautes = new Fautes();
		for (int i = 0; i < 23; i++) {
			fautes.ajouter(fr.passerelle.noyau.Constat.de("AAF_VIDE"));
		}

		List<String> phrases = fautes.phrases(CATALOGUE);
		assertThat(phrases).hasSize(21);
		assertThat(phrases.get(20)).isEqualTo("AAF_VIDE : … et 3 autres fautes de cette sorte.");
	}

}
