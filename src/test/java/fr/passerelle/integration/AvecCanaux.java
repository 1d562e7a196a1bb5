package fr.passerelle.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import fr.passerelle.generateur.Academie;
import fr.passerelle.plateforme.MaisonDeTest;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One hub with every channel, shared by their tests. The second server and the second
 * address are routes of five lines, copied from those of the project.
 */
abstract class AvecCanaux extends BoutEnBout {

	/** School of a folder that does not bear its name. */
	static final int RANG_DU_DEPARTEMENT = 381;

	static ServeurSftp academie;

	static ServeurSftp departement;

	static ServeurSftp imposteur;

	/** Where nothing is fetched, and packages are put. */
	static ServeurSftp ent;

	static SiteWeb site;

	@DynamicPropertySource
	static void canaux(DynamicPropertyRegistry reglages) throws IOException {
		Path ici = MaisonDeTest.maisonNeuve();
		academie = serveur(ici, "academie");
		departement = serveur(ici, "departement");
		imposteur = serveur(ici, "imposteur");
		ent = serveur(ici, "ent");
		site = new SiteWeb();
		Path routes = routes(ici);
		reglages.add("passerelle.routes", routes::toString);
		reglages.add("passerelle.canaux.regard", () -> 50);
		reglages.add("passerelle.canaux.jms.actif", () -> true);
		sftp(reglages, 0, "academie", academie, academie.hotesConnus());
		reglages.add("passerelle.canaux.sftp[0].motdepasse", () -> ServeurSftp.MOT_DE_PASSE);
		sftp(reglages, 1, "departement", departement, departement.hotesConnus());
		Path cle = departement.cleDuClient();
		reglages.add("passerelle.canaux.sftp[1].cle", cle::toString);
		reglages.add("passerelle.canaux.sftp[1].dossier", () -> "export");
		reglages.add("passerelle.canaux.sftp[1].apres", () -> "supprimer");
		String uai = uaiDuDepartement(ici);
		reglages.add("passerelle.canaux.sftp[1].dossiers.college-a", () -> uai);
		sftp(reglages, 2, "imposteur", imposteur, imposteur.autresHotesConnus());
		reglages.add("passerelle.canaux.sftp[2].motdepasse", () -> ServeurSftp.MOT_DE_PASSE);
		sftp(reglages, 3, "ent", ent, ent.hotesConnus());
		reglages.add("passerelle.canaux.sftp[3].motdepasse", () -> ServeurSftp.MOT_DE_PASSE);
		reglages.add("passerelle.canaux.sftp[3].releve", () -> false);
		reglages.add("passerelle.consommateurs[0].nom", () -> "ent");
		reglages.add("passerelle.consommateurs[0].flux", () -> "lsu");
		reglages.add("passerelle.consommateurs[0].canal", () -> "sftp:ent/entrant");
		reglages.add("passerelle.remise.intervalle", () -> 100);
		reglages.add("passerelle.remise.reprise", () -> "0s");
		url(reglages, 0, "academie", "/etiquette");
		url(reglages, 1, "sans-etiquette", "/sans-etiquette");
		url(reglages, 2, "absente", "/absente");
	}

	private static ServeurSftp serveur(Path ici, String nom) throws IOException {
		return new ServeurSftp(Files.createDirectories(ici.resolve(nom)));
	}

	private static void sftp(DynamicPropertyRegistry reglages, int rang, String nom, ServeurSftp serveur,
			Path hotesConnus) {
		String prefixe = "passerelle.canaux.sftp[" + rang + "].";
		reglages.add(prefixe + "nom", () -> nom);
		reglages.add(prefixe + "hote", () -> "127.0.0.1");
		reglages.add(prefixe + "port", serveur::port);
		reglages.add(prefixe + "utilisateur", () -> ServeurSftp.UTILISATEUR);
		reglages.add(prefixe + "hotes-connus", hotesConnus::toString);
		reglages.add(prefixe + "intervalle", () -> "200ms");
	}

	private static void url(DynamicPropertyRegistry reglages, int rang, String nom, String chemin) {
		String prefixe = "passerelle.canaux.url[" + rang + "].";
		reglages.add(prefixe + "nom", () -> nom);
		reglages.add(prefixe + "adresse", () -> site.adresse(chemin));
		reglages.add(prefixe + "intervalle", () -> "200ms");
	}

	/** The routes of the project, and a copy of its five lines for each other channel. */
	private static Path routes(Path ici) throws IOException {
		Path routes = ici.resolve("mes-routes");
		FileSystemUtils.copyRecursively(Path.of("routes"), routes);
		String sftp = Files.readString(routes.resolve("11-depot-sftp.camel.yaml"));
		String url = Files.readString(routes.resolve("13-depot-url.camel.yaml"));
		for (String nom : List.of("departement", "imposteur")) {
			Files.writeString(routes.resolve("11-depot-sftp-" + nom + ".camel.yaml"), sftp.replace("academie", nom));
		}
		for (String nom : List.of("sans-etiquette", "absente")) {
			Files.writeString(routes.resolve("13-depot-url-" + nom + ".camel.yaml"), url.replace("academie", nom));
		}
		return routes;
	}

	private static String uaiDuDepartement(Path ici) {
		return new Academie(reglages(1, 30, RANG_DU_DEPARTEMENT)).ecrire(ici.resolve("departement-academie"))
			.etablissements()
			.get(0)
			.uai();
	}

	/** Waits for the first deposit of this collège, and that it is applied. */
	String traite(College college) {
		Hub.jusqua(() -> !depots(college).isEmpty());
		String numero = this.hub
			.lire("SELECT numero FROM echange.depot WHERE uai = ? ORDER BY numero LIMIT 1", college.uai())
			.get(0);
		this.hub.repos(numero);
		assertThat(this.hub.etat(numero)).isEqualTo("traite");
		return numero;
	}

	/** Channel, sender and state of the deposits of this collège. */
	List<String> depots(College college) {
		return this.hub.lire(
				"SELECT concat_ws(' ', canal, deposant, etat) FROM echange.depot WHERE uai = ? ORDER BY numero",
				college.uai());
	}

	/** What lies on a server. */
	static Set<String> fichiers(ServeurSftp serveur) throws IOException {
		try (Stream<Path> chemins = Files.walk(serveur.racine())) {
			Set<String> noms = new TreeSet<>();
			chemins.filter(Files::isRegularFile)
				.forEach((fichier) -> noms.add(serveur.racine().relativize(fichier).toString()));
			return noms;
		}
	}

}
