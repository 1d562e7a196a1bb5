package fr.passerelle.publication.oneroster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import fr.passerelle.mapping.Mappings;
import fr.passerelle.noyau.Constat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One thing is broken at a time in a package that is right. */
class ControleOneRosterTest {

	private static final List<Fichier> FICHIERS = new Mappings(Path.of("mappings")).sql("flux/oneroster")
		.stream()
		.filter((fichier) -> fichier.trouver("moment").isEmpty())
		.map(Fichier::lire)
		.toList();

	@TempDir
	Path dossier;

	@BeforeEach
	void aSmallPackage() throws IOException {
		ecrire("academicSessions", "sourcedId,title,type,startDate,endDate,schoolYear",
				"as-2025-2026,2025-2026,schoolYear,2025-09-01,2026-07-04,2026");
		ecrire("orgs", "sourcedId,name,type", "org-0009201B,COLLEGE,school");
		ecrire("courses", "sourcedId,title,schoolYearSourcedId,orgSourcedId",
				"crs-1,Division,as-2025-2026,org-0009201B");
		ecrire("classes", "sourcedId,title,courseSourcedId,classType,schoolSourcedId,termSourcedIds",
				"cls-6A,SIXIEME A,crs-1,homeroom,org-0009201B,as-2025-2026");
		ecrire("users", "sourcedId,enabledUser,username,givenName,familyName,agentSourcedIds,primaryOrgSourcedId",
				"u-1,true,u1,Timéo,OZANNE,u-2,org-0009201B", "u-2,true,u2,Lise,OZANNE,u-1,org-0009201B");
		ecrire("roles", "sourcedId,userSourcedId,roleType,role,orgSourcedId", "r-1,u-1,primary,student,org-0009201B",
				"r-2,u-2,primary,parent,org-0009201B");
		ecrire("enrollments", "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role",
				"e-1,cls-6A,org-0009201B,u-1,student", "e-2,cls-6A,org-0009201B,u-2,student");
	}

	@Test
	void aPackageThatIsRightHasNoFault() {
		assertThat(new Controle(FICHIERS).lire(this.dossier)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "users, u-2#u-1, ONEROSTER_REPETE users u-1 sourcedId",
			"users, Lise#, ONEROSTER_VIDE users u-2 givenName",
			"users, u-2#u-3, ONEROSTER_REFERENCE users u-1 agentSourcedIds",
			"enrollments, cls-6A#cls-6B, ONEROSTER_REFERENCE enrollments e-1 classSourcedId",
			"enrollments, e-2#e-1, ONEROSTER_REPETE enrollments e-1 sourcedId",
			"classes, crs-1#crs-2, ONEROSTER_REFERENCE classes cls-6A courseSourcedId",
			"roles, 'u-2,primary#u-2,secondary', ONEROSTER_PRINCIPAL roles u-2 roleType",
			"roles, 'r-2,u-2#r-2,u-1', ONEROSTER_PRINCIPAL roles u-1 roleType" })
	void aFaultIsTold(String fichier, String remplacement, String faute) throws IOException {
		Path chemin = this.dossier.resolve(fichier + ".csv");
		String[] mots = remplacement.split("#", -1);
		String avant = Files.readString(chemin);
		Files.writeString(chemin, fichier.equals("users") && mots[0].startsWith("u-2")
				? avant.replace("\n" + mots[0], "\n" + mots[1]) : avant.replace(mots[0], mots[1]));

		assertThat(new Controle(FICHIERS).lire(this.dossier)).extracting(ControleOneRosterTest::dite).contains(faute);
	}

	private static String dite(Constat constat) {
		return String.join(" ", constat.code(), constat.valeurs().get("fichier"), constat.valeurs().get("identifiant"),
				constat.valeurs().get("colonne"));
	}

	private void ecrire(String nom, String... lignes) throws IOException {
		Files.writeString(this.dossier.resolve(nom + ".csv"), String.join("\n", lignes) + "\n");
	}

}
