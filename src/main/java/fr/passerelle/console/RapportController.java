package fr.passerelle.console;

import java.nio.charset.StandardCharsets;

import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.ComptesRendus;
import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Depots;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.rapport.Rapports;
import fr.passerelle.securite.Action;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Reserve;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The report of a deposit in the browser, and for the spreadsheet. */
@Controller
class RapportController {

	private final Depots depots;

	private final ComptesRendus comptesRendus;

	private final Rapports rapports;

	RapportController(Depots depots, ComptesRendus comptesRendus, Rapports rapports) {
		this.depots = depots;
		this.comptesRendus = comptesRendus;
		this.rapports = rapports;
	}

	@GetMapping("/depots/{numero}/compte-rendu")
	@Reserve(Action.LIRE)
	ResponseEntity<byte[]> html(@PathVariable String numero, @AuthenticationPrincipal Compte compte) {
		byte[] page = this.rapports.html(compteRendu(numero, compte)).getBytes(StandardCharsets.UTF_8);
		return ResponseEntity.ok()
			.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
			.header("Content-Security-Policy", this.rapports.politique())
			.body(page);
	}

	@GetMapping("/depots/{numero}/compte-rendu.csv")
	@Reserve(Action.LIRE)
	ResponseEntity<byte[]> csv(@PathVariable String numero, @AuthenticationPrincipal Compte compte) {
		CompteRendu compteRendu = compteRendu(numero, compte);
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header("Content-Disposition", "attachment; filename=\"compte-rendu-" + compteRendu.numero() + ".csv\"")
			.body(this.rapports.csv(compteRendu));
	}

	private CompteRendu compteRendu(String numero, Compte compte) {
		try {
			return this.depots.trouver(NumeroDepot.lire(numero))
				.filter((depot) -> compte.voit(depot.uai(), depot.canal(), depot.deposant()))
				.map(Depot::numero)
				.flatMap(this.comptesRendus::trouver)
				.orElseThrow(RapportController::introuvable);
		}
		catch (IllegalArgumentException ex) {
			throw introuvable();
		}
	}

	private static ResponseStatusException introuvable() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
