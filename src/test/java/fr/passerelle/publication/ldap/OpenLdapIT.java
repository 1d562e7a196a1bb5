package fr.passerelle.publication.ldap;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import fr.passerelle.publication.Consommateur;
import fr.passerelle.publication.aaf.AcademieDEssai;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The same writing against a real OpenLDAP, killed in the middle. */
@Tag("nocturne")
class OpenLdapIT {

	@TempDir
	Path dossier;

	@Test
	void aRealServerKilledInTheMiddleAndStartedAgainHoldsTheWholeDirectory() throws LDAPException {
		assumeThat(ServeurSlapd.estInstalle()).as("no /usr/sbin/slapd here: apt-get install slapd").isTrue();
		try (AcademieDEssai academie = new AcademieDEssai().peupler("--etablissements", "2", "--eleves", "60",
				"--graine", "29", "--premier-degre", "0", "--territoire", "metropole");
				ServeurSlapd serveur = new ServeurSlapd(this.dossier).demarrer()) {
			preparer(serveur);
			Abonne abonne = abonne(academie, serveur);
			AtomicBoolean fini = new AtomicBoolean();

			CompletableFuture<Void> ecriture = CompletableFuture.runAsync(() -> ecrire(academie, abonne, fini));
			Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> nombre(serveur) > 50);
			assertThat(fini).isFalse();
			serveur.tuer();
			serveur.demarrer();
			ecriture.join();

			exiger(academie, serveur);
			assertThat(reconcilier(academie, abonne)).containsEntry("ajoutees", 0L)
				.containsEntry("modifiees", 0L)
				.containsEntry("retirees", 0L)
				.containsEntry("refusees", 0L);
			abimer(serveur);
			assertThat(reconcilier(academie, abonne)).containsEntry("modifiees", 1L).containsEntry("ajoutees", 1L);
			exiger(academie, serveur);
		}
	}

	private static void preparer(ServeurSlapd serveur) throws LDAPException {
		try (LDAPConnection connexion = serveur.connexion()) {
			connexion.add(Sdet.BASE, new Attribute("objectClass", "organization", "dcObject"),
					new Attribute("dc", "exemple"), new Attribute("o", "exemple"));
		}
	}

	/** Turns until one goes to its end, as the step does. */
	private static void ecrire(AcademieDEssai academie, Abonne abonne, AtomicBoolean fini) {
		Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> {
			try {
				return !academie.bean(Ecriture.class).tour(abonne);
			}
			catch (AnnuaireEnPanne ex) {
				return false;
			}
		});
		fini.set(true);
	}

	private static Map<String, Long> reconcilier(AcademieDEssai academie, Abonne abonne) {
		Reconciliations demandes = academie.bean(Reconciliations.class);
		Demande demande = demandes.demander(abonne.nom(), "essai", false);
		ecrire(academie, abonne, new AtomicBoolean());
		return demandes.trouver(demande.numero()).orElseThrow().comptes();
	}

	/** Somebody removes a person and changes another. */
	private static void abimer(ServeurSlapd serveur) throws LDAPException {
		try (LDAPConnection connexion = serveur.connexion()) {
			List<String> eleves = connexion.search(Sdet.BASE, SearchScope.SUB, "(objectClass=ENTEleve)", "1.1")
				.getSearchEntries()
				.stream()
				.map((entree) -> entree.getDN())
				.sorted()
				.toList();
			connexion.delete(eleves.get(0));
			connexion.modify("dn: " + eleves.get(1), "changetype: modify", "replace: sn", "sn: ABIME");
		}
		catch (com.unboundid.ldif.LDIFException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static long nombre(ServeurSlapd serveur) throws LDAPException {
		try (LDAPConnection connexion = serveur.connexion()) {
			return connexion.search(Sdet.BASE, SearchScope.SUB, Filter.createPresenceFilter("ENTPersonJointure"), "1.1")
				.getEntryCount();
		}
	}

	private static void exiger(AcademieDEssai academie, ServeurSlapd serveur) throws LDAPException {
		try (LDAPConnection connexion = serveur.connexion()) {
			AnnuaireVoulu.exiger(AnnuaireLu.de(connexion), academie::lire, academie.uais());
		}
	}

	private static Abonne abonne(AcademieDEssai academie, ServeurSlapd serveur) {
		AnnuaireSettings reglages = new AnnuaireSettings("openldap", URI.create(serveur.url()), false, null,
				Sdet.COMPTE, Sdet.MOT_DE_PASSE, Sdet.BASE, "AC-EXEMPLE", null, null, null, null, Duration.ofSeconds(2),
				Duration.ofSeconds(5), Duration.ZERO, "");
		Consommateur consommateur = new Consommateur("openldap", "ldap", "", List.of("*"), false, 0, List.of(),
				"dossier", "");
		return new Abonne(consommateur, reglages, Nommage.de(academie.bean(LdapSettings.class), reglages));
	}

}
