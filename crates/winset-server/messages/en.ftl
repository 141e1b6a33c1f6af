desk = Desk
