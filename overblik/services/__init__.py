"""What the figures do to agendas, through the services of `moeder`."""
