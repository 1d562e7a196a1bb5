package fr.passerelle.referentiel;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import fr.passerelle.generateur.Academie;
import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.generateur.Reglages;
import fr.passerelle.journal.Etat;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.projection.ProjectionStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** F30: a record that no application would write costs itself, never the file. */
class PoisonIT {

	private static final List<String> FLUX = List.of("STS_EMP", "SIECLE_COMMUNS", "SIECLE_NOMENCLATURE",
			"SIECLE_STRUCTURES", "SIECLE_ELEVES", "SIECLE_RESPONSABLES", "ELEGROUPE");

	/** Too long for an index, whatever compression does; then what parsers trip over. */
	private static final List<String> VALEURS = List.of(longue(20_000), longue(500), "999999999999999999", "-1",
			"31/12/9999", "9999-12-31", "\\.", "\\N", "'\"{},\\", "{nom} %s ${x} :uai", "\uD83D\uDE00\u0301");

	@TempDir
	private Path dossier;

	private EtablissementAttendu college;

	@Test
	void aHostileValueInAnyFieldCostsItsRecordAndNeverTheFile() throws Exception {
		Clock horloge = Clock.fixed(Instant.parse("2025-10-01T08:00:00Z"), ZoneOffset.UTC);
		this.college = new Academie(Reglages.de(1, 400, 3, horloge).depuisRang(600).avecPremierDegre(0))
			.ecrire(this.dossier)
			.etablissements()
			.get(0);
		Map<String, String> sains = new LinkedHashMap<>();
		Map<String, String> empoisonnes = new LinkedHashMap<>();
		for (String flux : FLUX) {
			sains.put(flux, new Poison(fichier(flux)).xml());
			empoisonnes.put(flux, new Poison(fichier(flux)).verser(VALEURS).xml());
		}
		List<String> communs = new Poison(fichier("SIECLE_ELEVES"))
			.elevesCommuns(new Poison(fichier("SIECLE_ELEVES")).verser(VALEURS));

		List<String> temoin = appliquer(sains, communs);
		List<String> obtenu = appliquer(empoisonnes, communs);

		assertThat(communs).hasSizeGreaterThan(100);
		assertThat(temoin).hasSameSizeAs(communs);
		assertThat(obtenu).isEqualTo(temoin);
	}

	/** What becomes of these élèves, here and in the two stores. */
	private static List<String> appliquer(Map<String, String> documents, List<String> eleves) {
		try (ReferentielDEssai ecole = new ReferentielDEssai()) {
			documents.forEach((flux, xml) -> {
				NumeroDepot numero = ecole.appliquer(flux, xml);
				assertThat(ecole.etat(numero)).as(flux).isIn(Etat.TRAITE, Etat.TRAITE_AVEC_ANOMALIES, Etat.RETENU);
				ecole.bean(ProjectionStep.class).projeter(numero.toString());
			});
			return ecole.lire("""
					SELECT concat_ws(' ', r.eleve_id, r.ine, r.nom_de_famille, r.prenom, r.date_naissance, l.nom, p.nom)
					FROM referentiel.v_eleve r JOIN lsu.v_eleve l ON l.id_be = r.eleve_id
					JOIN ent.personne_cle c ON c.cle = r.eleve_id JOIN ent.v_personne p USING (personne_id)
					WHERE r.eleve_id IN (%s) ORDER BY r.eleve_id"""
				.formatted(eleves.stream().collect(Collectors.joining("', '", "'", "'"))));
		}
	}

	private Path fichier(String flux) {
		return this.college.fichiers()
			.stream()
			.filter((fichier) -> flux.equals(fichier.flux()) && fichier.etat().startsWith("traite"))
			.map((fichier) -> this.dossier.resolve(this.college.uai()).resolve(fichier.fichier()))
			.findFirst()
			.orElseThrow();
	}

	private static String longue(int nombre) {
		return new Random(7).ints(nombre, 0x4E00, 0x9FFF).mapToObj(Character::toString).collect(Collectors.joining());
	}

}
