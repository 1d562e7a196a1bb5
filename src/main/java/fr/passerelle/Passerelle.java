package fr.passerelle;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;

/** Starts the hub. */
@SpringBootApplication(exclude = FlywayAutoConfiguration.class)
public class Passerelle {

	public static void main(String[] args) {
		SpringApplication.run(Passerelle.class, args);
	}

}
