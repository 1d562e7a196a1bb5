package fr.passerelle.console;

import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.passerelle.journal.Depots;
import fr.passerelle.rapport.Fuseau;
import fr.passerelle.securite.Action;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Reserve;
import jakarta.servlet.http.HttpSession;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The home page and the way in. */
@Controller
class AccueilController {

	/** A screen and a bit: more is found by paging. */
	private static final int TAILLE = 25;

	private final Depots depots;

	private final HealthEndpoint sante;

	private final Fuseau fuseau;

	private final Courant courant;

	private final Entete entete;

	AccueilController(Depots depots, HealthEndpoint sante, Fuseau fuseau, Courant courant, Entete entete) {
		this.depots = depots;
		this.sante = sante;
		this.fuseau = fuseau;
		this.courant = courant;
		this.entete = entete;
	}

	@GetMapping("/")
	@Reserve(Action.LIRE)
	String accueil(@RequestParam(defaultValue = "0") int page, @AuthenticationPrincipal Compte compte,
			HttpSession session, Model modele) {
		Set<String> uais = this.courant.uais(session, compte);
		long total = this.depots.total(uais, Map.of());
		int derniere = (int) Math.max(0, (total - 1) / TAILLE);
		int voulue = Math.min(Math.max(0, page), derniere);
		List<DepotAffiche> lignes = this.depots.page(uais, Map.of(), voulue, TAILLE)
			.stream()
			.map((depot) -> DepotAffiche.de(depot, this.fuseau))
			.toList();
		modele.addAttribute("depots", lignes)
			.addAttribute("total", total)
			.addAttribute("page", voulue)
			.addAttribute("derniere", derniere)
			.addAttribute("enService", Status.UP.equals(this.sante.health().getStatus()))
			.addAttribute("peutDeposer", compte.peut(Action.DEPOSER));
		this.entete.remplir(modele, compte, session);
		return "accueil";
	}

	@GetMapping("/connexion")
	String connexion() {
		return "connexion";
	}

}
